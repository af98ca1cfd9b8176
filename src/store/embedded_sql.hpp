// SPDX-License-Identifier: Apache-2.0
// The .sql files of one folder of this room, from inside the program.
#pragma once

#include <string_view>
#include <vector>

#include "store/sql_text.hpp"

namespace smm::store {

// `folder` ends in '/'; names are relative to it.
std::vector<SqlFile> embedded_sql(std::string_view folder);

}  // namespace smm::store
