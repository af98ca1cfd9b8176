// SPDX-License-Identifier: Apache-2.0
// The two databases an installation can stand on. All of this room behaves alike on both; where their SQL
// differs, sql_text.hpp has a placeholder.
#pragma once

namespace smm::store {

enum class Engine { sqlite, postgres };

}  // namespace smm::store
