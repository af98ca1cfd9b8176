// SPDX-License-Identifier: Apache-2.0
// Repository: what schools answered, and all that hangs on it. Values, reasons, comments, notes, scores and
// evidence arrive sealed and leave sealed (seals.hpp): this port never sees what a school said. In clear:
// item, state, version, who, when.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/installation/rounds.hpp"
#include "assessment/sheet_answer.hpp"

namespace smm::app {

struct SealedAnswer {
  assessment::AnswerPlace place;
  instrument::AnswerState state = instrument::AnswerState::not_answered;
  std::string sealed;  // value and reason
  std::int64_t version = 0;
  std::int64_t made_from = 0;  // the version the person saw
  std::optional<assessment::PersonId> by;
  base::Instant at;
  std::string source;  // page, import

  friend bool operator==(const SealedAnswer&, const SealedAnswer&) = default;
};

// What somebody gave while another answer came to stand, and which that is.
struct SealedNotKept {
  assessment::NotKeptId id;
  assessment::AnswerPlace place;
  instrument::AnswerState state = instrument::AnswerState::not_answered;
  std::string sealed;      // value and reason
  std::int64_t stood = 0;  // the version that stands instead
  assessment::PersonId by;
  base::Instant at;

  friend bool operator==(const SealedNotKept&, const SealedNotKept&) = default;
};

struct SealedComment {
  assessment::CommentId id;
  assessment::AnswerPlace place;
  assessment::PersonId by;
  base::Instant at;
  std::string sealed;
  std::vector<assessment::PersonId> mentions;

  friend bool operator==(const SealedComment&, const SealedComment&) = default;
};

// A working note on a packet or an item.
struct SealedNote {
  assessment::NoteId id;
  assessment::Scope scope = assessment::Scope::packet;
  std::string target;
  assessment::PersonId by;
  base::Instant at;
  std::string sealed;

  friend bool operator==(const SealedNote&, const SealedNote&) = default;
};

struct SealedEvidence {
  assessment::EvidenceId id;
  assessment::AnswerPlace place;
  bool file = false;   // or a link
  std::string sealed;  // name, media type, or the link
  std::int64_t bytes = 0;
  assessment::PersonId by;
  base::Instant at;
  std::optional<base::Instant> removed;

  friend bool operator==(const SealedEvidence&, const SealedEvidence&) = default;
};

// What somebody signed: a packet's affirmation, or the attestation of the whole (office empty).
struct Signature {
  std::string office;
  assessment::PersonId by;
  base::Instant at;
  std::string statement;  // the words that were signed
  std::string digest;     // of the answers as they were, hex
  std::string sealed;     // attestation: scores of every level and the answers' versions

  friend bool operator==(const Signature&, const Signature&) = default;
};

// What saving one answer is going to read: the part, locked; its packet; the assignments; the answer.
struct ExpectedSave {
  SheetKey sheet;
  assessment::AnswerPlace place;
  std::string office;                               // of the packet
  std::optional<assessment::PersonId> assigned_to;  // whose assignments matter
};

class Sheets {
 public:
  virtual ~Sheets() = default;

  virtual std::vector<SealedAnswer> answers(const SheetKey& sheet) = 0;  // by programme, then item
  virtual std::optional<SealedAnswer> answer(const SheetKey& sheet, const assessment::AnswerPlace& place) = 0;
  virtual std::vector<SealedAnswer> history(const SheetKey& sheet, const assessment::AnswerPlace& place) = 0;
  virtual std::vector<SealedAnswer> whole_history(const SheetKey& sheet) = 0;
  // Replaces what stands and appends to the history. The version has to be the next after the one that stands
  // (1: none does), or the work is refused (taken; missing where none stands).
  virtual void keep(const SheetKey& sheet, const SealedAnswer& answer) = 0;

  // Beside the history: oldest first at each place; `stood` has to be a version of that place.
  virtual std::vector<SealedNotKept> not_kept(const SheetKey& sheet) = 0;
  virtual std::vector<SealedNotKept> not_kept(const SheetKey& sheet,
                                              const assessment::AnswerPlace& place) = 0;
  virtual void add(const SheetKey& sheet, const SealedNotKept& answer) = 0;

  virtual std::vector<SealedComment> comments(const SheetKey& sheet) = 0;  // oldest first
  virtual std::vector<SealedComment> comments(const SheetKey& sheet,
                                              const assessment::AnswerPlace& place) = 0;
  virtual void add(const SheetKey& sheet, const SealedComment& comment) = 0;

  virtual std::vector<SealedNote> notes(const SheetKey& sheet) = 0;
  virtual void add(const SheetKey& sheet, const SealedNote& note) = 0;
  virtual void remove_notes(const SheetKey& sheet) = 0;

  virtual std::vector<SealedEvidence> evidence(const SheetKey& sheet) = 0;  // also removed ones
  virtual void add(const SheetKey& sheet, const SealedEvidence& evidence) = 0;
  virtual void add_chunk(const assessment::EvidenceId& evidence, std::int64_t number,
                         std::string_view sealed) = 0;
  virtual std::optional<std::string> chunk(const assessment::EvidenceId& evidence, std::int64_t number) = 0;
  virtual void remove(const assessment::EvidenceId& evidence, base::Instant now) = 0;  // its chunks go

  virtual void add(const SheetKey& sheet, const Signature& signature) = 0;
  virtual std::vector<Signature> signatures(const SheetKey& sheet) = 0;  // oldest first
};

}  // namespace smm::app
