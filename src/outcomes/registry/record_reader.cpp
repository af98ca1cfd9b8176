// SPDX-License-Identifier: Apache-2.0
#include "outcomes/registry/record_reader.hpp"

namespace smm::outcomes::registry {
namespace {

constexpr std::size_t longest_reject_text = 2000;

}  // namespace

RecordReader::RecordReader(std::uint32_t columns, std::uint32_t kept, RecordScan scan)
    : columns_(columns), kept_(kept), scan_(scan), ends_(kept + scan_margin), careful_(columns) {}

RecordReader::Found RecordReader::find_carefully(std::string_view text) {
  careful_.read(text);
  Found found{careful_.good(),         {},
              careful_.cells().data(), careful_.ends().data(),
              careful_.first_line(),   careful_.consumed(),
              careful_.lines()};
  if (!found.good) found.reason = careful_.reason();
  return found;
}

void RecordReader::reject(std::string_view line, std::uint64_t number, RejectReason reason,
                          std::vector<RejectedLine>& rejected) {
  rejected.push_back({number, reason, std::string(line.substr(0, longest_reject_text))});
}

}  // namespace smm::outcomes::registry
