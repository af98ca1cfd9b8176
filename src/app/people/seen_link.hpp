// SPDX-License-Identifier: Apache-2.0
// What a kept link says of itself, within a transaction.
#pragma once

#include "app/people/links.hpp"

namespace smm::app {

SeenLink seen_link(Records& records, const Link& link, const Actor* actor, base::Instant now);

}  // namespace smm::app
