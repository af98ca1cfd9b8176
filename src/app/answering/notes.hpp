// SPDX-License-Identifier: Apache-2.0
// Use cases: working notes, on a packet or on one question, apart from answers and comments. They are only
// added to, so that nobody overwrites a colleague's. The school chooses what becomes of them.
#pragma once

#include <string>
#include <vector>

#include "app/answering/hand.hpp"
#include "app/installation/installation.hpp"

namespace smm::app {

struct Note {
  assessment::NoteId id;
  assessment::Scope scope = assessment::Scope::packet;
  std::string target;  // id of an office; or of an item, with "@programme" where it is one programme's
  assessment::PersonId by;
  base::Instant at;
  std::string text;
};

std::string note_target(const assessment::AnswerPlace& place);

// Of a packet of which this person sees a question, or of a place that they see, oldest first. Problems:
// not_there, key_unavailable.
base::Result<std::vector<Note>> packet_notes(Installation& installation, const Hand& hand,
                                             const std::string& office);
base::Result<std::vector<Note>> question_notes(Installation& installation, const Hand& hand,
                                               std::size_t place);

// Also words_missing and words_too_long, about the field "note". Notes are taken whatever state the sheet is
// in.
base::Result<Note> add_packet_note(Installation& installation, const Hand& hand, const std::string& office,
                                   const std::string& text);
base::Result<Note> add_question_note(Installation& installation, const Hand& hand, std::size_t place,
                                     const std::string& text);

// What becomes of the notes. `remove` removes those there are now, and every other of its kind when the round
// closes.
base::Result<assessment::Participation> choose_notes_fate(Installation& installation, const Hand& hand,
                                                          assessment::NotesFate fate);

// Within a write.
void keep_note(Records& records, const Seals& seals, const Hand& hand, const Note& note);

}  // namespace smm::app
