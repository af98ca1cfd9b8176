// SPDX-License-Identifier: Apache-2.0
// Makes a reference list of a published file. What cannot be taken is left out and told with its line; when
// more than every tenth row is such, nothing is imported: the file is probably not what it was said to be.
#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"
#include "outcomes/reference/reference_list.hpp"

namespace smm::outcomes::reference {

struct ImportedList {
  ReferenceList list;
  std::string bytes;        // of the snapshot
  base::Problems left_out;  // at most 100
};

base::Result<ImportedList> import_list(ListKind kind, std::string_view bytes, const std::string& source,
                                       registry::Day as_of);

}  // namespace smm::outcomes::reference
