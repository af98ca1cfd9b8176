// SPDX-License-Identifier: Apache-2.0
// Snapshot: the persons of the provider registry as of one day, read from the bytes of a snapshot file.
//
// A person is a row, numbered from 0 in the order of the source. Names, places and taxonomies are codes into
// dictionaries; texts are as the source has them (trimmed, blanks squeezed, case kept). Organizations are
// left out. NPIs that were deactivated before they could be read as persons (the source gives nothing but
// number and date) are no rows; see bare_deactivations().
//
// Opening checks the header and the table of sections by its hash, and that every section lies inside the
// file and has the length it must have: microseconds. It does not read the sections; verify() hashes them.
// Whatever leads outside its section throws EnvironmentError when it is used. Copies are cheap and share the
// bytes, which must outlive them and begin at an address divisible by 8. All reading is thread-safe.
//
// docs/reference/registry.md gives the file format byte by byte.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.hpp"
#include "outcomes/registry/column.hpp"
#include "outcomes/registry/day.hpp"
#include "outcomes/registry/dictionary.hpp"
#include "outcomes/registry/npi.hpp"
#include "outcomes/registry/postal_code.hpp"
#include "outcomes/registry/snapshot_layout.hpp"

namespace smm::outcomes::registry {

using Row = std::uint32_t;

enum class Sex : std::uint8_t { not_given, female, male, other };
enum class PrimarySwitch : std::uint8_t { not_given, yes, no, other };
enum class AddressSource : std::uint8_t { practice, mailing, other_location, medicare };
enum class NameKind : std::uint8_t { not_given, former, professional, other };

struct OtherName {
  Code last = 0;    // in surnames()
  Code first = 0;   // in given_names()
  Code middle = 0;  // in given_names()
  NameKind kind = NameKind::not_given;

  friend bool operator==(const OtherName&, const OtherName&) = default;
};

struct Taxonomy {
  Code code = 0;           // in taxonomies()
  Code licence_state = 0;  // in states()
  std::uint8_t slot = 0;   // 1 to 15, as in the source
  PrimarySwitch primary = PrimarySwitch::not_given;
};

struct Address {
  AddressSource source = AddressSource::practice;
  std::string_view street;  // first line
  Code city = 0;            // in cities()
  Code state = 0;           // in states()
  Code country = 0;         // in countries(); "US" or empty at home
  PostalCode postal;        // text codes in postal_texts()
};

struct Standing {  // when a number was taken back, and given again
  Day deactivated;
  Day reactivated;
  Code reason = 0;  // in reasons()

  // Is the number out of use, as of the snapshot?
  bool out_of_use() const { return deactivated.given() && reactivated < deactivated; }
};

struct MedicareRecord {
  Code school = 0;                    // in schools(), Medicare's own names
  std::uint16_t graduation_year = 0;  // 0: not given
};

struct BareDeactivation {
  std::uint32_t npi = 0;
  Day day;
};

// What a result cites: where the snapshot came from, and its identity.
struct Provenance {
  std::string id;      // SHA-256 of the header and the table of sections, which holds the sections' hashes
  std::string source;  // name of the file it was built from, without folders
  std::uint64_t source_bytes = 0;
  std::string source_sha256;        // empty unless asked for
  Day first_day;                    // of what the source covers, if known
  Day last_day;                     // the snapshot's date
  std::string previous;             // id of the snapshot that this one was made over; empty for none
  std::uint64_t rows_read = 0;      // records of the source, good or bad
  std::uint64_t organizations = 0;  // among them
  std::uint64_t rejected = 0;       // lines that could not be read
  std::uint64_t updates = 0;        // weekly files applied since the last full one
};

class Snapshot {
 public:
  // `name` is what problems call the file.
  static base::Result<Snapshot> open(std::string_view bytes, const std::string& name);

  const Provenance& provenance() const { return provenance_; }
  std::span<const SectionEntry> sections() const { return table_; }
  std::string_view section_bytes(Section section) const;

  // Names of the sections whose bytes are not those that were hashed when they were written.
  std::vector<std::string> verify() const;

  Row persons() const { return persons_; }

  // By row.
  std::uint32_t npi(Row row) const { return number(Section::npi, row); }
  Code last(Row row) const { return number(Section::last, row); }              // in surnames()
  Code first(Row row) const { return number(Section::first, row); }            // in given_names()
  Code middle(Row row) const { return number(Section::middle, row); }          // in given_names()
  Code suffix(Row row) const { return number(Section::suffix, row); }          // in suffixes()
  Code credential(Row row) const { return number(Section::credential, row); }  // in credentials()
  Sex sex(Row row) const { return static_cast<Sex>(number(Section::flags, row) & 3U); }
  Day enumerated(Row row) const { return day(Section::enumerated, row); }
  Day updated(Row row) const { return day(Section::updated, row); }

  bool has_other_name(Row row) const { return (number(Section::flags, row) & flag_other_name) != 0; }
  std::vector<OtherName> other_names(Row row) const;
  OtherName other_name(std::uint32_t entry) const;  // entries of all rows, as in postings by other names
  Row row_of_other_name(std::uint32_t entry) const { return other_names_.row(entry); }

  // All taxonomies of a person are the entries of a range. An entry holds code, licence and state.
  EntryRange taxonomies_of(Row row) const { return taxonomy_lists_.at(row); }
  Taxonomy taxonomy(std::uint32_t entry) const;
  std::string_view licence(Row row, std::uint32_t entry) const;  // number as written, may be empty
  // The entry whose switch says yes; else the first one; nothing for a person without taxonomy.
  std::optional<std::uint32_t> primary_taxonomy(Row row) const;

  // Practice, mailing, and all other locations; those with neither state nor postal code nor city are left
  // out.
  std::vector<Address> addresses(Row row) const;
  Code practice_state(Row row) const { return number(Section::practice_state, row); }
  PostalCode practice_postal(Row row) const { return {number(Section::practice_postal, row)}; }
  Code mailing_state(Row row) const { return number(Section::mailing_state, row); }
  PostalCode mailing_postal(Row row) const { return {number(Section::mailing_postal, row)}; }

  Standing standing(Row row) const;
  std::optional<MedicareRecord> medicare(Row row) const;  // only where a Medicare file was given

  // Dictionaries.
  const Dictionary& surnames() const { return dictionary(Words::surnames); }
  const Dictionary& given_names() const { return dictionary(Words::given_names); }
  const Dictionary& suffixes() const { return dictionary(Words::suffixes); }
  const Dictionary& credentials() const { return dictionary(Words::credentials); }
  const Dictionary& cities() const { return dictionary(Words::cities); }
  const Dictionary& states() const { return dictionary(Words::states); }
  const Dictionary& countries() const { return dictionary(Words::countries); }
  const Dictionary& postal_texts() const { return dictionary(Words::postal_texts); }
  const Dictionary& taxonomies() const { return dictionary(Words::taxonomies); }
  const Dictionary& reasons() const { return dictionary(Words::reasons); }
  const Dictionary& schools() const { return dictionary(Words::schools); }
  const Dictionary& dictionary(Words words) const { return dictionaries_[static_cast<std::size_t>(words)]; }

  // Indexes: rows in ascending order. The length of a list is the frequency of the name.
  std::span<const Row> with_last(Code surname) const { return by_last_.of(surname); }
  std::span<const Row> with_first(Code given_name) const { return by_first_.of(given_name); }
  // Rows one of whose other names has this surname; a row stands once.
  std::span<const Row> with_other_last(Code surname) const { return by_other_last_.of(surname); }

  std::optional<Row> find(Npi npi) const;
  // Rows by ascending NPI.
  Row row_by_npi(std::uint32_t rank) const;

  // Ascending by NPI.
  std::uint32_t bare_deactivations() const;
  BareDeactivation bare_deactivation(std::uint32_t index) const;

 private:
  friend class SnapshotOpening;
  Snapshot() = default;

  std::uint32_t number(Section section, std::size_t index) const {
    return columns_[static_cast<std::size_t>(section)].at(index);
  }
  Day day(Section section, std::size_t index) const {
    return {static_cast<std::uint16_t>(number(section, index))};
  }
  Address location(std::uint32_t entry) const;

  std::string_view bytes_;
  std::vector<SectionEntry> table_;
  Provenance provenance_;
  Row persons_ = 0;
  std::array<Column, section_count> columns_;
  std::array<Dictionary, words_count> dictionaries_;
  EntryLists taxonomy_lists_;
  EntryLists text_lists_;
  EntryLists location_texts_;
  RareEntries other_names_;
  RareEntries standings_;
  RareEntries locations_;
  RareEntries medicare_;
  Postings by_last_;
  Postings by_first_;
  Postings by_other_last_;
};

}  // namespace smm::outcomes::registry
