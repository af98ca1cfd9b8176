// SPDX-License-Identifier: Apache-2.0
// The resource library: what a school can read, use or join to do better in an area, and who published it.
//
// A resource is an entry of facts (title, publisher, address, year) with a summary in our own words. It is
// for some areas of one edition and for some of its professions. `basis` says how its entry was made: from
// the text of the page, or from memory, which nobody has held against the page yet.
//
// Nothing here is a score or ranks schools. Whether an address still answers is asked elsewhere.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/place.hpp"
#include "instrument/edition.hpp"

namespace smm::catalog {

enum class Kind : std::uint8_t { guide, tool, study, program, network, policy, course, example };

enum class Basis : std::uint8_t {
  seen,     // the entry was made from the page's text
  recalled  // from memory
};

// From when it is. "2021" is one year, "2021-" from then on, "ongoing" is kept up to date; "undated" does
// not say.
struct Published {
  std::optional<int> year = std::nullopt;
  bool continues = false;  // of "2021-" and "ongoing"
};

struct Resource {
  std::string id;  // "R01"; never given to another resource
  std::string title;
  std::string publisher;
  std::string address;
  Kind kind = Kind::guide;
  std::vector<std::size_t> areas;        // positions in Edition::sections, the main one first
  std::vector<std::size_t> professions;  // positions in Edition::professions, ascending
  bool for_all = false;                  // made for every health profession
  Published published;
  std::string summary;
  std::string note;  // on the address or its use; mostly empty
  Basis basis = Basis::recalled;
  base::Place place;

  bool is_about(std::size_t area) const;
  bool is_for(std::size_t profession) const;
};

// Ordered by id.
struct Catalog {
  std::vector<Resource> resources;
};

std::string_view to_string(Kind kind);
std::string_view to_string(Basis basis);
std::string to_string(const Published& published);
std::optional<Kind> kind_of(std::string_view word);
// Every kind, in the order of the words.
std::vector<Kind> kinds();

}  // namespace smm::catalog
