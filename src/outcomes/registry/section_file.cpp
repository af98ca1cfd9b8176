// SPDX-License-Identifier: Apache-2.0
#include "outcomes/registry/section_file.hpp"

#include <algorithm>
#include <atomic>

#include "base/assert.hpp"
#include "crypto/sha256_stream.hpp"
#include "outcomes/registry/worker_threads.hpp"

namespace smm::outcomes::registry {

unsigned width_for(std::uint32_t highest) {
  if (highest <= 0xff) return 1;
  return highest <= 0xffff ? 2 : 4;
}

void SectionFile::plan(Section section, unsigned width, std::uint64_t elements) {
  entry(section) = {static_cast<std::uint32_t>(section), width, 0, width * elements, {}};
}

void SectionFile::place() {
  std::uint64_t end = sizeof(SnapshotHeader) + sizeof table_ + seal_bytes;
  for (std::size_t at = 0; at < table_.size(); ++at) {
    table_[at].section = static_cast<std::uint32_t>(at);
    table_[at].offset = (end + section_alignment - 1) / section_alignment * section_alignment;
    end = table_[at].offset + table_[at].length;
  }
  end_ = end;
  if (end > file_.size()) file_.write_at(end - 1, std::string_view("\0", 1));
}

void SectionFile::end_with(std::uint64_t elements) {
  SectionEntry& last = table_.back();
  last.length = elements * last.width;
  end_ = last.offset + last.length;
  if (end_ > file_.size()) file_.write_at(end_ - 1, std::string_view("\0", 1));
}

void SectionFile::put(Section section, std::uint64_t first, std::string_view bytes) {
  const SectionEntry& at = entry(section);
  SMM_ASSERT(first * at.width + bytes.size() <= at.length);
  if (!bytes.empty()) file_.write_at(at.offset + first * at.width, bytes);
}

void SectionFile::hash(SectionEntry& at) const {
  std::string buffer(std::min<std::uint64_t>(at.length, 1U << 18), '\0');
  crypto::Sha256Stream stream;
  for (std::uint64_t done = 0; done < at.length;) {
    const std::uint64_t wanted = std::min<std::uint64_t>(buffer.size(), at.length - done);
    const std::size_t count = file_.read_at(at.offset + done, buffer.data(), wanted);
    SMM_ASSERT(count > 0);
    stream.add(std::string_view(buffer).substr(0, count));
    done += count;
  }
  at.sha256 = stream.finish();
}

std::uint64_t SectionFile::seal(std::uint64_t persons, unsigned threads) {
  std::vector<SectionEntry*> longest_first;
  for (SectionEntry& at : table_) longest_first.push_back(&at);
  std::stable_sort(longest_first.begin(), longest_first.end(),
                   [](const auto* one, const auto* other) { return one->length > other->length; });
  std::atomic<std::size_t> next = 0;
  on_threads(threads, [&](unsigned) {
    for (std::size_t at = next++; at < longest_first.size(); at = next++) hash(*longest_first[at]);
  });
  SnapshotHeader header;
  header.file_bytes = end_;
  header.persons = persons;
  std::string head(reinterpret_cast<const char*>(&header), sizeof header);
  head.append(reinterpret_cast<const char*>(table_.data()), sizeof table_);
  const auto seal = crypto::sha256_of(head);
  head.append(reinterpret_cast<const char*>(seal.data()), seal.size());
  file_.write_at(0, head);
  return end_;
}

}  // namespace smm::outcomes::registry
