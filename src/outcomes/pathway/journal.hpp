// SPDX-License-Identifier: Apache-2.0
// The pathway registry: learners by opaque ids, from a pathway program to application, matriculation,
// graduation and practice, and what they were exposed to on the way. One file, a journal to which entries are
// added and in which none is changed or removed.
//
//   learner_id,entry,date,until,code,school_id,programme,recorded
//
//   entry               date           until       code
//   enrolled            when           -           -        the learner begins; each learner has one, the
//   first pathway_completed   when           -           -        and applied, matriculated, left, graduated,
//   practicing exposure            from           optional    programme:X, track:X or campus:X
//   professional_id     when attached  -           an NPI, or NCSBN: and 8 digits
//   withdrawn           when           -           the entry taken back, as entry or entry:code
//
// Learner ids are 26 letters and digits of chance (base/id.hpp); who is behind one is kept elsewhere, by
// those who may know. A stage stands once per school and program; the last date wins where it stands again,
// so that a slip is put right by a further entry.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/random_bytes.hpp"
#include "base/result.hpp"
#include "base/table.hpp"
#include "outcomes/registry/day.hpp"

namespace smm::outcomes::pathway {

using registry::Day;

enum class EntryKind : std::uint8_t {
  enrolled,
  pathway_completed,
  applied,
  matriculated,
  left,
  graduated,
  practicing,
  exposure,
  professional_id,
  withdrawn,
};

struct Entry {
  std::string learner;
  EntryKind kind = EntryKind::enrolled;
  Day date;
  Day until;
  std::string code;
  std::string school_id;
  std::string programme;
  Day recorded;
};

std::string_view name_of(EntryKind kind);
std::optional<EntryKind> entry_kind(std::string_view name);

// Every fault of the file at once: bad ids, kinds, dates, codes; entries of learners who are not enrolled;
// dates after `as_of`; two professional ids of one learner, or one of two; leaving after graduating.
base::Result<std::vector<Entry>> read_journal(const base::Table& table, Day as_of);

// The entries of a file that is to be added: as a journal, but `recorded` is set here, and learners may be
// enrolled in `journal`. The whole must hold as read_journal asks.
base::Result<std::vector<Entry>> added_entries(const std::vector<Entry>& journal, const base::Table& table,
                                               Day today);

// `count` new learners, enrolled on `date`.
std::vector<Entry> enroll(std::size_t count, Day date, const std::string& school_id,
                          const std::string& programme, base::RandomBytes& random);

std::string journal_csv(const std::vector<Entry>& entries);

// An NPI, or "NCSBN:" and eight digits (the id that state boards of nursing share).
bool is_professional_id(std::string_view text);

}  // namespace smm::outcomes::pathway
