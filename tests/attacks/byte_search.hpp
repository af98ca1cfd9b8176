// SPDX-License-Identifier: Apache-2.0
// Looks for planted scores in any bytes: files, pages, pictures.
//
// A planted score has digits that nothing else has (61.8034). It is looked for as text with two to six
// decimals, cut and rounded, as a share of one, as its distance from 100, without its point, and in
// scientific form; as the eight or four bytes of a floating number in both orders; and all of these in
// hexadecimal and in base64 at its three offsets. What is compressed or encrypted must be opened first.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace smm::attacks {

struct Sighting {
  double score = 0;
  std::string form;  // what was found, as it was looked for
  std::size_t at = 0;
};

// All forms of some scores, looked for in one pass over any number of files. `least_decimals`: with two,
// figures that are printed to two decimals are found now and then by chance.
class ByteSearch {
 public:
  explicit ByteSearch(const std::vector<double>& planted, int least_decimals = 2);

  // Each form once, where it is first.
  std::vector<Sighting> sightings(std::string_view bytes) const;

 private:
  std::vector<Sighting> forms_;
  std::unordered_map<std::uint64_t, std::vector<std::size_t>> by_beginning_;
};

std::vector<Sighting> sightings(std::string_view bytes, const std::vector<double>& planted,
                                int least_decimals = 2);

}  // namespace smm::attacks
