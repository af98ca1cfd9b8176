// SPDX-License-Identifier: Apache-2.0
#include "outcomes/registry/reject_file.hpp"

#include "exchange/csv.hpp"
#include "outcomes/registry/clean_text.hpp"

namespace smm::outcomes::registry {

std::string reject_csv(const std::vector<RejectedSourceLine>& rejected) {
  std::string csv;
  exchange::CsvWriter writer(csv);
  writer.row({"source", "line", "reason", "text"});
  std::string scratch;
  for (const RejectedSourceLine& at : rejected)
    writer.row({at.source, std::to_string(at.line.line), name_of(at.line.reason),
                clean_text(at.line.text, scratch)});
  return csv;
}

}  // namespace smm::outcomes::registry
