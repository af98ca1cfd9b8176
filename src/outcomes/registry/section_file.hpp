// SPDX-License-Identifier: Apache-2.0
// Writes the sections of a snapshot file. First every section is told its length, then its bytes may come in
// any order and from several threads, then the file is sealed: sections are read back and hashed, and header
// and table are written. Until then the file begins with zeros and is no snapshot.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "outcomes/registry/snapshot_layout.hpp"
#include "outcomes/registry/storage.hpp"

namespace smm::outcomes::registry {

class SectionFile {
 public:
  explicit SectionFile(GrowingBytes& file) : file_(file) {}

  // In bytes per element, and elements.
  void plan(Section section, unsigned width, std::uint64_t elements);
  unsigned width(Section section) const { return entry(section).width; }

  // Gives all planned sections their places.
  void place();

  // Tells the last section its true length, when that is known only late.
  void end_with(std::uint64_t elements);

  // From the element `first` on.
  void put(Section section, std::uint64_t first, std::string_view bytes);
  template <class Number>
  void put_numbers(Section section, std::uint64_t first, const std::vector<Number>& numbers) {
    put(section, first, {reinterpret_cast<const char*>(numbers.data()), numbers.size() * sizeof(Number)});
  }

  // Returns the length of the file.
  std::uint64_t seal(std::uint64_t persons, unsigned threads);

 private:
  SectionEntry& entry(Section section) { return table_[static_cast<std::size_t>(section)]; }
  const SectionEntry& entry(Section section) const { return table_[static_cast<std::size_t>(section)]; }
  void hash(SectionEntry& entry) const;

  GrowingBytes& file_;
  std::array<SectionEntry, section_count> table_{};
  std::uint64_t end_ = 0;
};

// Bytes that a number up to `highest` takes: 1, 2 or 4.
unsigned width_for(std::uint32_t highest);

// Numbers in as many bytes each as their section has.
class PackedNumbers {
 public:
  explicit PackedNumbers(unsigned width) : width_(width) {}
  void add(std::uint32_t number) { bytes_.append(reinterpret_cast<const char*>(&number), width_); }
  const std::string& bytes() const { return bytes_; }
  void clear() { bytes_.clear(); }

 private:
  unsigned width_;
  std::string bytes_;
};

}  // namespace smm::outcomes::registry
