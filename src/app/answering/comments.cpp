// SPDX-License-Identifier: Apache-2.0
#include "app/answering/comments.hpp"

#include <algorithm>
#include <set>

#include "app/answering/sheet_open.hpp"
#include "app/answering/written_words.hpp"
#include "app/installation/change.hpp"
#include "app/installation/problems.hpp"
#include "app/rounds/school_people.hpp"

namespace smm::app {
namespace {

using assessment::Mentionable;
using assessment::PersonId;

std::optional<base::Problem> refusal_to_see(Records& records, const Hand& hand, std::size_t place) {
  if (place < hand.sheet.plan->answers.size() && seen_by(records, hand)[place]) return std::nullopt;
  return base::Problem(installation_problem::not_there, "There is no such question, or it is not yours");
}

// Colleagues who see the question.
std::vector<Mentionable> people_at(Records& records, const OpenSheet& sheet, std::size_t place) {
  std::vector<Mentionable> people;
  std::set<PersonId> looked_at;
  for (const Membership& member : records.rounds.memberships(sheet.key())) {
    if (!looked_at.insert(member.person).second) continue;
    const auto person = records.people.by_id(member.person);
    if (!person || person->deactivated) continue;
    if (seen_by_member(records, sheet, person->id)[place])
      people.push_back({person->id, person->name, person->email});
  }
  std::ranges::sort(people, {},
                    [](const Mentionable& person) { return std::pair(person.name, person.email); });
  return people;
}

Row comment_row(const SheetKey& sheet, const assessment::CommentId& id) {
  return {"comment", sheet.round.text(), id.text()};
}

std::optional<base::Problems> tell_mentioned(const Installation& installation, const Pages& pages,
                                             Records& records, const Hand& hand, std::size_t place,
                                             const Comment& comment) {
  const std::string number = std::to_string(place + 1);
  for (const PersonId& id : comment.mentions) {
    const auto person = records.people.by_id(id);
    if (!person || id == hand.actor.person.id) continue;
    const auto posted =
        tell_person(installation, pages, records, hand.sheet.key(), *person, "mentioned",
                    "/questions/" + number, {{"by", hand.actor.person.name}, {"number", number}}, comment.at);
    if (!posted) return posted.problems();
  }
  return std::nullopt;
}

}  // namespace

base::Result<Talk> talk_at(Installation& installation, const Hand& hand, std::size_t place) {
  const auto seals = seals_of(installation, hand.sheet.school.id.text());
  if (!seals) return seals.problems();
  return look<Talk>(installation.database, [&](Records& records) -> base::Result<Talk> {
    if (auto refused = refusal_to_see(records, hand, place)) return *refused;
    const SheetKey key = hand.sheet.key();
    Talk talk;
    for (const SealedComment& kept : records.sheets.comments(key, hand.sheet.plan->answers[place].place))
      talk.comments.push_back(
          {kept.id, kept.by, kept.at, seals->open(comment_row(key, kept.id), kept.sealed), kept.mentions});
    talk.people = people_at(records, hand.sheet, place);
    return talk;
  });
}

base::Result<Comment> add_comment(Installation& installation, const Pages& pages, const Hand& hand,
                                  std::size_t place, const std::string& text) {
  const auto words = written_words(text, "comment");
  if (!words) return words.problems();
  const auto seals = seals_of(installation, hand.sheet.school.id.text());
  if (!seals) return seals.problems();
  const auto id = assessment::CommentId::make(installation.random);
  return change<Comment>(
      installation.database, installation.clock,
      [&](Records& records, base::Instant now) -> base::Result<Change<Comment>> {
        const SheetKey key = hand.sheet.key();
        records.rounds.participation(key, true);
        if (auto refused = refusal_to_see(records, hand, place)) return *refused;
        const Comment comment{id, hand.actor.person.id, now, *words,
                              assessment::mentions_in(*words, people_at(records, hand.sheet, place))};
        const auto& at = hand.sheet.plan->answers[place].place;
        records.sheets.add(key, SealedComment{id, at, comment.by, now,
                                              seals->seal(comment_row(key, id), *words), comment.mentions});
        if (auto failed = tell_mentioned(installation, pages, records, hand, place, comment)) return *failed;
        return Change<Comment>(comment, told_by(hand, "comment.add", at.item));
      });
}

}  // namespace smm::app
