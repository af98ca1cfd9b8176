// SPDX-License-Identifier: Apache-2.0
#include "app/answering/notes.hpp"

#include <algorithm>
#include <functional>

#include "app/answering/sheet_open.hpp"
#include "app/answering/written_words.hpp"
#include "app/installation/change.hpp"
#include "app/installation/problems.hpp"
#include "base/assert.hpp"

namespace smm::app {
namespace {

using assessment::Scope;

struct Target {
  Scope scope = Scope::packet;
  std::string name;
  std::vector<std::size_t> places;  // one of them has to be seen
};

base::Problem nothing_there() {
  return {installation_problem::not_there, "There is no such packet or question, or it is not yours"};
}

base::Result<Target> packet_target(const Hand& hand, const std::string& office) {
  const auto* packet = hand.sheet.plan->packet(office);
  if (packet == nullptr) return nothing_there();
  return Target{Scope::packet, office, assessment::places_of(*packet)};
}

base::Result<Target> question_target(const Hand& hand, std::size_t place) {
  if (place >= hand.sheet.plan->answers.size()) return nothing_there();
  return Target{Scope::item, note_target(hand.sheet.plan->answers[place].place), {place}};
}

bool sees(Records& records, const Hand& hand, const Target& target) {
  const auto visible = seen_by(records, hand);
  return std::ranges::any_of(target.places, [&](std::size_t place) { return visible[place]; });
}

Note opened(const Seals& seals, const SheetKey& sheet, const SealedNote& kept) {
  return {kept.id, kept.scope, kept.target,
          kept.by, kept.at,    seals.open({"note", sheet.round.text(), kept.id.text()}, kept.sealed)};
}

base::Result<std::vector<Note>> notes_on(Installation& installation, const Hand& hand,
                                         const base::Result<Target>& target) {
  if (!target) return target.problems();
  const auto seals = seals_of(installation, hand.sheet.school.id.text());
  if (!seals) return seals.problems();
  return look<std::vector<Note>>(installation.database,
                                 [&](Records& records) -> base::Result<std::vector<Note>> {
                                   if (!sees(records, hand, *target)) return nothing_there();
                                   std::vector<Note> notes;
                                   for (const SealedNote& kept : records.sheets.notes(hand.sheet.key()))
                                     if (kept.scope == target->scope && kept.target == target->name)
                                       notes.push_back(opened(*seals, hand.sheet.key(), kept));
                                   return notes;
                                 });
}

base::Result<Note> add_note(Installation& installation, const Hand& hand, const base::Result<Target>& target,
                            const std::string& text) {
  if (!target) return target.problems();
  const auto words = written_words(text, "note");
  if (!words) return words.problems();
  const auto seals = seals_of(installation, hand.sheet.school.id.text());
  if (!seals) return seals.problems();
  const auto id = assessment::NoteId::make(installation.random);
  return change<Note>(installation.database, installation.clock,
                      [&](Records& records, base::Instant now) -> base::Result<Change<Note>> {
                        records.rounds.participation(hand.sheet.key(), true);
                        if (!sees(records, hand, *target)) return nothing_there();
                        const Note note{id, target->scope, target->name, hand.actor.person.id, now, *words};
                        keep_note(records, *seals, hand, note);
                        return Change<Note>(note, told_by(hand, "note.add", target->name));
                      });
}

}  // namespace

std::string note_target(const assessment::AnswerPlace& place) {
  return place.programme.empty() ? place.item : place.item + "@" + place.programme;
}

base::Result<std::vector<Note>> packet_notes(Installation& installation, const Hand& hand,
                                             const std::string& office) {
  return notes_on(installation, hand, packet_target(hand, office));
}

base::Result<std::vector<Note>> question_notes(Installation& installation, const Hand& hand,
                                               std::size_t place) {
  return notes_on(installation, hand, question_target(hand, place));
}

base::Result<Note> add_packet_note(Installation& installation, const Hand& hand, const std::string& office,
                                   const std::string& text) {
  return add_note(installation, hand, packet_target(hand, office), text);
}

base::Result<Note> add_question_note(Installation& installation, const Hand& hand, std::size_t place,
                                     const std::string& text) {
  return add_note(installation, hand, question_target(hand, place), text);
}

base::Result<assessment::Participation> choose_notes_fate(Installation& installation, const Hand& hand,
                                                          assessment::NotesFate fate) {
  using assessment::Participation;
  return change<Participation>(installation.database, installation.clock,
                               [&](Records& records, base::Instant) -> base::Result<Change<Participation>> {
                                 auto part = records.rounds.participation(hand.sheet.key(), true);
                                 SMM_ASSERT(part);
                                 part->notes = fate;
                                 ++part->version;
                                 records.rounds.change(*part);
                                 if (fate == assessment::NotesFate::remove)
                                   records.sheets.remove_notes(hand.sheet.key());
                                 return Change<Participation>(
                                     *part, told_by(hand, "notes.fate", "", std::string(to_string(fate))));
                               });
}

void keep_note(Records& records, const Seals& seals, const Hand& hand, const Note& note) {
  const SheetKey key = hand.sheet.key();
  records.sheets.add(key, SealedNote{note.id, note.scope, note.target, note.by, note.at,
                                     seals.seal({"note", key.round.text(), note.id.text()}, note.text)});
}

}  // namespace smm::app
