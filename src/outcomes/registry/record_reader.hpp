// SPDX-License-Identifier: Apache-2.0
// Goes through the records of a chunk (chunk_source.hpp): plain ones at full speed, the others with care, and
// those that cannot be taken into a list of rejected lines.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "outcomes/registry/careful_record.hpp"
#include "outcomes/registry/cells.hpp"
#include "outcomes/registry/record_scan.hpp"

namespace smm::outcomes::registry {

struct RejectedLine {
  std::uint64_t line = 0;  // from 1; counted from the beginning of the chunk until the build adds up
  RejectReason reason = RejectReason::broken_quotes;
  std::string text;  // the line, cut at 2,000 bytes
};

struct ChunkCounts {
  std::uint64_t lines = 0;
  std::uint64_t records = 0;  // good or bad
};

class RecordReader {
 public:
  // `kept`: how many cells of a record are asked for.
  RecordReader(std::uint32_t columns, std::uint32_t kept, RecordScan scan);

  // Calls take(Cells) -> std::optional<RejectReason> for each well-formed record of `text`, which is followed
  // by a line feed and a margin. Lines are counted from 1.
  template <class Take>
  ChunkCounts read(std::string_view text, std::vector<RejectedLine>& rejected, Take take) {
    ChunkCounts counts;
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t blank = blank_line(text, at);
      if (blank > 0) {
        ++counts.lines;
        at += blank;
        continue;
      }
      const Found found = find(text, at);
      ++counts.records;
      const auto reason = found.good ? take(Cells(found.text, found.ends)) : found.reason;
      if (reason) reject(text.substr(at, found.first_line), counts.lines + 1, *reason, rejected);
      counts.lines += found.lines;
      at += found.consumed;
    }
    return counts;
  }

 private:
  struct Found {
    bool good = false;
    std::optional<RejectReason> reason;
    const char* text = nullptr;
    const std::uint32_t* ends = nullptr;
    std::size_t first_line = 0;
    std::size_t consumed = 0;
    std::uint32_t lines = 1;
  };

  // Bytes of the line that begins at `at` if there is nothing in it; else 0.
  static std::size_t blank_line(std::string_view text, std::size_t at) {
    if (text[at] == '\n') return 1;
    return text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n' ? 2 : 0;
  }

  Found find(std::string_view text, std::size_t at) {
    PlainRecord plain;
    if (scan_(text.data() + at, columns_, kept_, ends_.data(), plain) && plain.length + 1 < longest_record)
      return {true, {}, text.data() + at, ends_.data(), plain.length, plain.next, 1};
    return find_carefully(text.substr(at));
  }
  Found find_carefully(std::string_view text);
  static void reject(std::string_view line, std::uint64_t number, RejectReason reason,
                     std::vector<RejectedLine>& rejected);

  std::uint32_t columns_;
  std::uint32_t kept_;
  RecordScan scan_;
  std::vector<std::uint32_t> ends_;
  CarefulRecord careful_;
};

}  // namespace smm::outcomes::registry
