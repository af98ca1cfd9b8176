// SPDX-License-Identifier: Apache-2.0
// An edition: one version of the self-assessment, checked as a whole, as plain data.
//
// An edition that exists has passed every check of load_edition: ids are unique and resolve, routing is
// acyclic and monotone, points are reachable. Once published it never changes (see edition_hash.hpp).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "instrument/item.hpp"

namespace smm::instrument {

struct Domain {
  std::string id;
  std::string label;
  std::string about;
  std::vector<std::size_t> areas;  // positions in Edition::sections, in order
};

// Norms are made within a profession; programmes of one profession are compared with each other.
struct Profession {
  std::string id;
  std::string label;
};

struct Programme {
  std::string id;
  std::string label;
  std::string short_label;
  std::size_t profession = 0;  // position in Edition::professions
  int years = 0;               // columns of a year grid, 1-8
  int minutes_limit = 0;       // most answering time, gathering apart
  bool solo = false;           // one person answers, affirms and attests by default
  base::Place place;
};

struct Office {
  std::string id;
  std::string label;
};

struct Period {
  std::string id;
  std::string label;
};

struct Term {
  std::string id;
  std::string term;
  std::string definition;
};

enum class SectionKind { about, area, module };

// A run of items: the context section, an area, or an optional module. Only areas are scored.
struct Section {
  std::string id;
  SectionKind kind = SectionKind::area;
  std::string label;
  std::string historic_label;
  std::string intro;
  std::size_t domain = 0;          // areas: position in Edition::domains
  std::vector<std::size_t> items;  // positions in Edition::items, in order asked
  base::Place place;
};

struct Edition {
  std::string id;
  std::string title;
  std::string version;
  std::string language;
  std::string license;
  std::string about;
  bool published = false;
  std::string hash;  // SHA-256 of the content, hex
  std::vector<Domain> domains;
  std::vector<Profession> professions;
  std::vector<Programme> programmes;
  std::vector<Office> offices;
  std::vector<Period> periods;
  std::vector<Term> terms;
  std::vector<Section> sections;  // about, then areas in domain order, then modules
  std::vector<Item> items;        // in section order

  std::optional<std::size_t> item(std::string_view wanted) const;
  std::optional<std::size_t> section(std::string_view wanted) const;
  std::optional<std::size_t> programme(std::string_view wanted) const;
  const Office& office(std::string_view wanted) const;  // must exist
  const Period& period(std::string_view wanted) const;  // must exist
  const Term& term(std::string_view wanted) const;      // must exist
};

// Handles of the two names that routing may use beside items.
inline constexpr int route_programme = -1;
inline constexpr int route_profession = -2;

}  // namespace smm::instrument
