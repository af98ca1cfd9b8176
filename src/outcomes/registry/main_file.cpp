// SPDX-License-Identifier: Apache-2.0
#include "outcomes/registry/main_file.hpp"

#include <algorithm>

#include "outcomes/registry/worker_threads.hpp"

namespace smm::outcomes::registry {
namespace {

void widen(Day day, Day& first, Day& last) {
  if (!day.given()) return;
  if (!first.given() || day < first) first = day;
  last = std::max(last, day);
}

}  // namespace

MainFile::ChunkResult MainFile::read_chunk(const Chunk& chunk, RecordReader& reader, PersonText& person,
                                           RowBlock& block, ThreadWords& words) const {
  ChunkResult result;
  block.clear();
  const auto take = [&](const Cells& cells) -> std::optional<RejectReason> {
    const ReadRecord record = read_record(columns_, cells, person);
    if (record.kind == RecordKind::rejected) return record.reason;
    if (record.kind == RecordKind::bare_deactivation) {
      result.bare.push_back({record.npi, record.day});
      result.last_day = std::max(result.last_day, record.day);
      return std::nullopt;
    }
    widen(record.day, result.first_day, result.last_day);
    if (record.kind == RecordKind::organization) {
      ++result.organizations;
    } else {
      block.add(person, words);
      result.npis.push_back(record.npi);
    }
    return std::nullopt;
  };
  result.counts = reader.read(chunk.text, result.rejected, take);
  return result;
}

void MainFile::keep(std::uint64_t number, ChunkResult result) {
  rejected_ += result.rejected.size();
  const std::lock_guard lock(mutex_);
  if (results_.size() <= number) results_.resize(number + 1);
  results_[number] = std::move(result);
}

void MainFile::read_on_thread(ChunkSource& chunks, GrowingBytes& scratch, unsigned thread,
                              ThreadWords& words) {
  RecordReader reader(column_count_, columns_in_use(columns_), record_scan(options_.scan));
  Chunk chunk;
  PersonText person;
  RowBlock block;
  std::uint64_t end = 0;
  while (rejected_ <= options_.most_rejected && chunks.next(chunk)) {
    ChunkResult result = read_chunk(chunk, reader, person, block, words);
    result.place = lay_aside(block, scratch, end, thread);
    keep(chunk.number, std::move(result));
  }
}

// In the order of the file, so that nothing shows which thread read what.
void MainFile::gather(BuiltRows& rows, MainFileCounts& counts) {
  std::uint64_t lines = 1;  // the header
  for (ChunkResult& result : results_) {
    rows.blocks.push_back(result.place);
    rows.npis.insert(rows.npis.end(), result.npis.begin(), result.npis.end());
    rows.bare.insert(rows.bare.end(), result.bare.begin(), result.bare.end());
    for (RejectedLine& line : result.rejected) {
      line.line += lines;
      counts.rejected.push_back(std::move(line));
    }
    lines += result.counts.lines;
    counts.records += result.counts.records;
    counts.organizations += result.organizations;
    widen(result.first_day, counts.first_day, counts.last_day);
    counts.last_day = std::max(counts.last_day, result.last_day);
    result = {};
  }
}

bool MainFile::read(ChunkSource& chunks, std::vector<std::unique_ptr<GrowingBytes>>& scratch, BuiltRows& rows,
                    MainFileCounts& counts) {
  for (unsigned thread = 0; thread < options_.threads; ++thread)
    rows.words.push_back(std::make_unique<ThreadWords>());
  on_threads(options_.threads,
             [&](unsigned thread) { read_on_thread(chunks, *scratch[thread], thread, *rows.words[thread]); });
  if (rejected_ > options_.most_rejected) return false;
  gather(rows, counts);
  return true;
}

}  // namespace smm::outcomes::registry
