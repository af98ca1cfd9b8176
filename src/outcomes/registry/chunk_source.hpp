// SPDX-License-Identifier: Apache-2.0
// Cuts a CSV text into chunks that begin and end between records, so that threads can read them side by side
// and find the same records as one thread would. Where a chunk ends depends on the text alone.
//
// A cut is made at a line feed between two double quotes, the second followed by a digit: `"\n"1`. No good
// record reaches over that. If it did, the line feed would stand inside quotes; then the quote before it
// would be the second of a doubled pair, and the quote behind it would close the cell with a digit after
// it, which is malformed. And behind a bad record reading goes on at the next line, so that a record begins
// right behind the cut in any case. Text without any quote is cut at its last line feed. Other text is read
// record by record to find the last border (slow, and only where a file is quoted in part).
#pragma once

#include <cstddef>
#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "base/byte_source.hpp"

namespace smm::outcomes::registry {

struct Chunk {
  std::uint64_t number = 0;  // from 0
  bool last = false;
  std::string_view text;     // followed by a line feed and margin that may be read
  std::vector<char> memory;  // what text lies in, used again for the next chunk
};

class ChunkSource {
 public:
  // `bytes` are read from behind the header on; `columns` as the header has.
  ChunkSource(base::ByteSource& bytes, std::uint32_t columns, std::size_t chunk_bytes = std::size_t{1} << 20)
      : bytes_(bytes), columns_(columns), chunk_bytes_(chunk_bytes) {}

  // What was read beyond the header while looking for its end.
  void begin_with(std::string_view text) { carried_.assign(text); }

  // The next chunk, or false at the end. Thread-safe.
  bool next(Chunk& chunk);

 private:
  std::size_t fill(Chunk& chunk, std::size_t used, std::size_t wanted);
  std::size_t cut(std::string_view text) const;

  base::ByteSource& bytes_;
  std::uint32_t columns_;
  std::size_t chunk_bytes_;
  std::mutex mutex_;
  std::string carried_;
  std::uint64_t chunks_ = 0;
  bool ended_ = false;
};

}  // namespace smm::outcomes::registry
