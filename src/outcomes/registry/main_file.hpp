// SPDX-License-Identifier: Apache-2.0
// Reads the main file into blocks of rows, on several threads.
#pragma once

#include <atomic>
#include <mutex>

#include "outcomes/registry/build.hpp"
#include "outcomes/registry/built_rows.hpp"
#include "outcomes/registry/chunk_source.hpp"
#include "outcomes/registry/person_reader.hpp"

namespace smm::outcomes::registry {

struct MainFileCounts {
  std::uint64_t records = 0;
  std::uint64_t organizations = 0;
  std::vector<RejectedLine> rejected;
  Day first_day;  // on which something is said to have happened to a person or organization
  Day last_day;
};

class MainFile {
 public:
  MainFile(const PersonColumns& columns, std::uint32_t column_count, const BuildOptions& options)
      : columns_(columns), column_count_(column_count), options_(options) {}

  // Fills blocks, npis, words and bare deactivations of `rows`; `scratch` holds one file per thread. False
  // when too many lines were rejected.
  bool read(ChunkSource& chunks, std::vector<std::unique_ptr<GrowingBytes>>& scratch, BuiltRows& rows,
            MainFileCounts& counts);

 private:
  struct ChunkResult {
    BlockPlace place;
    ChunkCounts counts;
    std::vector<std::uint32_t> npis;
    std::vector<RejectedLine> rejected;
    std::vector<BareDeactivation> bare;
    std::uint64_t organizations = 0;
    Day first_day;
    Day last_day;
  };

  void read_on_thread(ChunkSource& chunks, GrowingBytes& scratch, unsigned thread, ThreadWords& words);
  ChunkResult read_chunk(const Chunk& chunk, RecordReader& reader, PersonText& person, RowBlock& block,
                         ThreadWords& words) const;
  void keep(std::uint64_t number, ChunkResult result);
  void gather(BuiltRows& rows, MainFileCounts& counts);

  const PersonColumns& columns_;
  std::uint32_t column_count_;
  const BuildOptions& options_;
  std::mutex mutex_;
  std::vector<ChunkResult> results_;
  std::atomic<std::uint64_t> rejected_ = 0;
};

}  // namespace smm::outcomes::registry
