// SPDX-License-Identifier: Apache-2.0
#include "outcomes/registry/block_starts.hpp"

namespace smm::outcomes::registry {
namespace {

void take_further(const FurtherEntries& further, std::uint64_t end_row, BlockStart& at) {
  for (; at.further_name < further.other_names.size() && further.other_names[at.further_name].row < end_row;
       ++at.further_name)
    ++at.other_name;
  for (; at.further_location < further.locations.size() &&
         further.locations[at.further_location].entry.row < end_row;
       ++at.further_location) {
    ++at.location;
    at.location_text += further.locations[at.further_location].entry.text_bytes;
  }
  for (; at.further_medicare < further.medicare.size() && further.medicare[at.further_medicare].row < end_row;
       ++at.further_medicare)
    ++at.medicare;
}

}  // namespace

std::vector<BlockStart> block_starts(const BuiltRows& rows) {
  std::vector<BlockStart> starts(1);
  for (const BlockPlace& block : rows.blocks) {
    BlockStart at = starts.back();
    at.row += block.counts[0];
    at.taxonomy += block.counts[1];
    at.other_name += block.counts[2];
    at.standing += block.counts[3];
    at.location += block.counts[4];
    at.medicare += block.counts[5];
    at.text += block.counts[6];
    at.location_text += block.counts[7];
    take_further(rows.further, at.row, at);
    starts.push_back(at);
  }
  return starts;
}

}  // namespace smm::outcomes::registry
