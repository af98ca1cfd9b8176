// SPDX-License-Identifier: Apache-2.0
#include "outcomes/registry/source_header.hpp"

#include "outcomes/registry/careful_record.hpp"
#include "outcomes/registry/cells.hpp"
#include "outcomes/registry/problems.hpp"

namespace smm::outcomes::registry {

base::Result<SourceHeader> read_source_header(base::ByteSource& bytes, const std::string& source) {
  std::string text(longest_record, '\0');
  std::size_t used = 0;
  while (used < text.size()) {
    const std::size_t count = bytes.read(text.data() + used, text.size() - used);
    if (count == 0) break;
    used += count;
  }
  text.resize(used);
  if (text.starts_with("\xef\xbb\xbf")) text.erase(0, 3);
  CarefulRecord record(0);
  if (!text.empty()) record.read(text);
  if (text.empty() || !record.good() || record.ends().size() < 2)
    return base::Problem(problem::registry_no_header,
                         "the file does not begin with a line of column names; is it a file of the registry?",
                         base::Place{source, 1, 0});
  SourceHeader header;
  const Cells cells(record.cells().data(), record.ends().data());
  for (std::uint32_t at = 0; at < record.ends().size(); ++at) header.columns.emplace_back(cells.at(at));
  header.rest = text.substr(record.consumed());
  return header;
}

}  // namespace smm::outcomes::registry
