// SPDX-License-Identifier: Apache-2.0
// ReferenceList: a dated, hashed snapshot of a published list, as one file of text: a line of JSON that says
// where it came from, and a CSV in UTF-8 whose columns and order depend on the kind alone. The first line
// holds the SHA-256 of what follows; the identity of the snapshot is the SHA-256 of the first line. So equal
// sources give equal files, and a changed byte is found when the file is opened.
//
// In a reference folder a list lies at KIND/DATE.list, those of single states at KIND/DATE-STATES.list.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.hpp"
#include "outcomes/reference/list_kind.hpp"
#include "outcomes/registry/day.hpp"

namespace smm::outcomes::reference {

struct ListOrigin {
  ListKind kind = ListKind::hpsa;
  registry::Day as_of;
  // "CA" or "CA-NV" where the list says nothing of other states, with "DENTAL" or "MENTAL" among them where
  // it is of that discipline alone; else empty.
  std::string states;
  std::string source;  // name of the file, without folders
  std::uint64_t source_bytes = 0;
  std::string source_sha256;
  std::uint64_t rows = 0;                                     // of the snapshot
  std::vector<std::pair<std::string, std::uint64_t>> counts;  // what was found in the source, by name
};

struct ReferenceList {
  ListOrigin origin;
  std::string id;    // SHA-256, 64 hexadecimal digits
  std::string body;  // CSV
};

// "hpsa-find/2022-06-30-CA.list"
std::string file_name(const ListOrigin& origin);
struct ListName {
  ListKind kind = ListKind::hpsa;
  registry::Day as_of;
  std::string states;
};
std::optional<ListName> read_file_name(std::string_view name);

// The bytes of the file; sets list.id.
std::string encode(ReferenceList& list);
base::Result<ReferenceList> decode(std::string_view bytes, const std::string& name);

}  // namespace smm::outcomes::reference
