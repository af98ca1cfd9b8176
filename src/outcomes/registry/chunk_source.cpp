// SPDX-License-Identifier: Apache-2.0
#include "outcomes/registry/chunk_source.hpp"

#include <algorithm>
#include <cstring>

#include "base/environment_error.hpp"
#include "outcomes/registry/careful_record.hpp"
#include "outcomes/registry/record_scan.hpp"

namespace smm::outcomes::registry {
namespace {

constexpr std::size_t longest_chunk = std::size_t{256} << 20;

bool is_digit(char letter) {
  return letter >= '0' && letter <= '9';
}

// Behind the last line feed that is surely no part of a record; 0 when there is none.
std::size_t behind_sure_cut(std::string_view text) {
  for (std::size_t end = text.size();;) {
    const void* found = end == 0 ? nullptr : ::memrchr(text.data(), '\n', end);
    if (found == nullptr) return 0;
    const auto at = static_cast<std::size_t>(static_cast<const char*>(found) - text.data());
    const std::size_t before = at > 0 && text[at - 1] == '\r' ? at - 1 : at;
    if (before > 0 && text[before - 1] == '"' && at + 2 < text.size() && text[at + 1] == '"' &&
        is_digit(text[at + 2]))
      return at + 1;
    end = at;
  }
}

// Behind the last record that is followed by enough text to know that it ends there.
std::size_t behind_last_record(std::string_view text, std::uint32_t columns) {
  CarefulRecord record(columns);
  std::size_t at = 0;
  while (at + longest_record < text.size()) {
    record.read(text.substr(at));
    if (at + record.consumed() >= text.size()) break;
    at += record.consumed();
  }
  return at;
}

}  // namespace

std::size_t ChunkSource::cut(std::string_view text) const {
  if (const std::size_t sure = behind_sure_cut(text); sure > 0) return sure;
  if (text.find('"') == std::string_view::npos) return text.rfind('\n') + 1;  // npos + 1 is 0
  return behind_last_record(text, columns_);
}

// Reads until `wanted` bytes are there or the source ends.
std::size_t ChunkSource::fill(Chunk& chunk, std::size_t used, std::size_t wanted) {
  if (chunk.memory.size() < wanted + 2 * scan_margin) chunk.memory.resize(wanted + 2 * scan_margin);
  while (used < wanted && !ended_) {
    const std::size_t count = bytes_.read(chunk.memory.data() + used, wanted - used);
    ended_ = count == 0;
    used += count;
  }
  return used;
}

bool ChunkSource::next(Chunk& chunk) {
  const std::lock_guard lock(mutex_);
  std::size_t used = carried_.size();
  if (chunk.memory.size() < used) chunk.memory.resize(used);
  std::copy(carried_.begin(), carried_.end(), chunk.memory.begin());
  std::size_t end = 0;
  for (std::size_t wanted = std::max(chunk_bytes_, used); end == 0; wanted *= 2) {
    if (wanted > longest_chunk)
      throw base::EnvironmentError("the file has no line end in 256 MB; it is no CSV file of the registry");
    used = fill(chunk, used, wanted);
    if (used == 0) return false;
    end = ended_ ? used : cut({chunk.memory.data(), used});
  }
  carried_.assign(chunk.memory.data() + end, used - end);
  if (chunk.memory.size() < end + 2 * scan_margin) chunk.memory.resize(end + 2 * scan_margin);
  std::memset(chunk.memory.data() + end, '\n', 2 * scan_margin);
  chunk.text = {chunk.memory.data(), end};
  chunk.number = chunks_++;
  chunk.last = ended_;
  return true;
}

}  // namespace smm::outcomes::registry
