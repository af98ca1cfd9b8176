// SPDX-License-Identifier: Apache-2.0
// Use cases: somebody from the program office looks at a school's answers. Either the school lets them for 24
// hours (support), or a data steward gives a reason, which the school can read (stewardship). Both are logged
// on the school's chain.
#pragma once

#include "app/installation/actor.hpp"
#include "app/installation/change.hpp"
#include "app/installation/installation.hpp"
#include "app/installation/open_sheet.hpp"
#include "app/pages.hpp"

namespace smm::app {

inline constexpr std::int64_t support_lasts = 24 * base::one_hour;
inline constexpr std::int64_t stewardship_lasts = 4 * base::one_hour;

base::Result<GrantedView> grant_support(Installation& installation, const Actor& actor,
                                        const OpenSheet& sheet);
base::Result<bool> end_support(Installation& installation, const Actor& actor, const OpenSheet& sheet);

// The school's leaders get a mail with the reason. Problems: reason_needed, not_there.
base::Result<GrantedView> begin_stewardship(Installation& installation, const Pages& pages,
                                            const Actor& actor, const SheetKey& sheet,
                                            const std::string& reason);

}  // namespace smm::app
