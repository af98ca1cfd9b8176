// SPDX-License-Identifier: Apache-2.0
#include "roster.hpp"

#include <set>
#include <utility>

#include "assumptions.hpp"
#include "invented_person.hpp"

namespace synthetic {
namespace {

using smm::base::Random;

struct RosterRow {
  std::string last;
  std::string first;
  std::string middle;
  std::string former_last;
  std::string changes;
};

// One letter dropped, doubled, exchanged with the next, or another.
std::string with_typo(Random& random, std::string name) {
  if (name.size() < 3) return name;
  const std::size_t at = 1 + random.below(name.size() - 2);
  switch (random.below(4)) {
    case 0:
      name.erase(at, 1);
      break;
    case 1:
      name.insert(at, 1, name[at]);
      break;
    case 2:
      std::swap(name[at], name[at + 1]);
      break;
    default:
      name[at] = static_cast<char>('A' + random.below(26));
  }
  return name;
}

void note(RosterRow& row, std::string_view change) {
  row.changes.append(row.changes.empty() ? "" : " ").append(change);
}

void change_first(Random& random, RosterRow& row) {
  const std::string_view short_name = nickname_of(row.first);
  if (!short_name.empty() && random.chance(assumed().nickname)) {
    row.first = short_name;
    note(row, "nickname");
  } else if (row.middle.size() > 1 && random.chance(assumed().middle_as_first)) {
    row.first = std::exchange(row.middle, "");
    note(row, "middle_as_first");
  } else if (random.chance(assumed().initial_only)) {
    row.first.resize(1);
    note(row, "initial_only");
  } else if (random.chance(assumed().typo / 2)) {
    row.first = with_typo(random, row.first);
    note(row, "typo_first");
  }
}

RosterRow row_of(Random& random, const InventedPerson& person) {
  RosterRow row{person.birth_last, std::string(person.first), person.middle, "", ""};
  if (person.last != person.birth_last) {
    note(row, "married_name");
    if (random.chance(assumed().former_name_in_roster)) {
      row.former_last = std::exchange(row.last, person.last);
      note(row, "roster_has_both");
    }
  }
  if (!row.middle.empty() && random.chance(assumed().middle_missing)) {
    row.middle.clear();
    note(row, "middle_missing");
  }
  change_first(random, row);
  if (random.chance(assumed().typo)) {
    row.last = with_typo(random, row.last);
    note(row, "typo_last");
  }
  if (random.chance(assumed().swapped_names)) {
    std::swap(row.last, row.first);
    note(row, "swapped");
  }
  return row;
}

// A graduate who is not in the registry: a person of a registry that is not written.
InventedPerson absent_person(std::uint64_t seed, std::uint64_t number) {
  for (std::uint64_t at = number * 16;; ++at) {
    InventedPerson person = invent(seed + 1'000'000'007, at);
    if (person.kind == RowKind::person && person.graduation_year >= 2001) return person;
  }
}

// The roster's surname, or the former one, is one of the registry's or a part of it, but for a slip.
bool surname_is_known(const RosterRow& row, const InventedPerson& person) {
  if (row.changes.find("swapped") != std::string::npos) return false;
  if (person.last == person.birth_last || person.other_last == person.birth_last || !row.former_last.empty())
    return true;
  return person.last.starts_with(person.birth_last + "-");
}

class RosterInventing {
 public:
  RosterInventing(std::uint64_t seed, std::uint64_t rows)
      : seed_(seed), rows_(rows), random_(seed ^ 0x726f7374) {}

  RosterFiles run(std::uint64_t graduates) {
    files_.roster =
        "graduate_id,last,first,middle,suffix,former_last,credential,programme,graduation_year,school_state,"
        "licence_states,sex,npi\n";
    files_.truth = "graduate_id,npi,changes,surname\n";
    for (std::uint64_t number = 1; number <= graduates; ++number) {
      const bool is_absent = random_.chance(assumed().absent);
      add(number, is_absent ? absent_person(seed_, number) : present_person(), is_absent);
    }
    return std::move(files_);
  }

 private:
  InventedPerson present_person() {
    for (std::uint64_t tries = 0;; ++tries) {
      const std::uint64_t row = random_.below(rows_);
      InventedPerson person = invent(seed_, row);
      const bool fits = person.kind == RowKind::person && person.graduation_year >= 2001 &&
                        person.profession->credential != "";
      if ((fits && taken_.insert(row).second) || tries > 10'000) return person;
    }
  }

  void add(std::uint64_t number, const InventedPerson& person, bool is_absent) {
    const std::string id = "g" + std::to_string(number);
    const RosterRow row = row_of(random_, person);
    std::string known;
    if (!is_absent && random_.chance(assumed().npi_known)) known = std::to_string(person.npi);
    if (random_.chance(assumed().npi_wrong)) known = std::to_string(invent_npi(seed_, random_.below(rows_)));
    const bool has_licence = random_.chance(assumed().licence_in_roster) && !person.taxonomies.empty();
    const std::string_view licence = has_licence ? person.taxonomies.front().state : std::string_view();
    const std::string year = std::to_string(person.graduation_year);
    const std::string_view cells[] = {id,
                                      row.last,
                                      row.first,
                                      row.middle,
                                      person.suffix,
                                      row.former_last,
                                      person.profession->credential,
                                      person.profession->programme,
                                      year,
                                      person.school_state,
                                      licence,
                                      person.female ? "F" : "M",
                                      known};
    const char* before = "";
    for (const std::string_view cell : cells) {
      files_.roster.append(before).append(cell);
      before = ",";
    }
    files_.roster += '\n';
    files_.truth += id + "," + (is_absent ? "" : std::to_string(person.npi)) + "," + row.changes +
                    (surname_is_known(row, person) ? ",agrees\n" : ",differs\n");
  }

  std::uint64_t seed_;
  std::uint64_t rows_;
  Random random_;
  std::set<std::uint64_t> taken_;
  RosterFiles files_;
};

}  // namespace

RosterFiles invent_roster(std::uint64_t seed, std::uint64_t rows, std::uint64_t graduates) {
  return RosterInventing(seed, rows).run(graduates);
}

}  // namespace synthetic
