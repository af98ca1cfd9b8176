// SPDX-License-Identifier: Apache-2.0
// What a kept link says of itself, and following it, within a transaction. For every way by which somebody
// names a kept link: a mailed token, a typed code.
#pragma once

#include "app/people/links.hpp"

namespace smm::app {

SeenLink seen_link(Records& records, const Link& link, const Actor* actor, base::Instant now);

// As follow_link, of the link that is kept under this hash.
base::Result<Change<Followed>> follow_kept(const Installation& installation, const Pages& pages,
                                           Records& records, const std::string& hash, const Actor* actor,
                                           const Browser& browser, base::Instant now);

// As ask_for_another_link.
std::optional<Throttled> mail_another(const Installation& installation, const Pages& pages,
                                      const std::string& hash, const Browser& browser);

}  // namespace smm::app
