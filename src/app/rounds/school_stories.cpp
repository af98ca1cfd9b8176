// SPDX-License-Identifier: Apache-2.0
#include "app/rounds/school_stories.hpp"

#include <algorithm>
#include <tuple>

#include "app/installation/problems.hpp"
#include "app/rounds/problems.hpp"
#include "app/rounds/school_people.hpp"
#include "assessment/problems.hpp"

namespace smm::app {
namespace {

namespace why = rounds_problem;
using assessment::ParticipationState;
using assessment::Story;
using assessment::StoryId;
using assessment::StoryState;

using StoryChange = base::Result<Change<Story>>;

base::Problem no_such_story() {
  return base::Problem(installation_problem::not_there, "There is no such story");
}

AuditEntry told_of_story(const OpenSheet& sheet, const Actor& actor, std::string action, const StoryId& id) {
  return {sheet.school.id.text(), actor.name_in_log(), std::move(action), sheet.round.code + " " + id.text(),
          ""};
}

bool takes_part(ParticipationState state) {
  return state == ParticipationState::accepted || state == ParticipationState::submitted ||
         state == ParticipationState::reopened;
}

// What stands against these words of this school.
base::Problems refused_words(Records& records, const OpenSheet& sheet, const OfferedWords& offered) {
  const auto part = records.rounds.participation(sheet.key(), true);
  if (!part || !takes_part(part->state))
    return {base::Problem(assessment::problem::not_accepted, "The school does not take part in this round")};
  base::Problems problems = assessment::refusals(offered.words, sheet.edition->edition);
  if (!offered.consent)
    problems.emplace_back(why::story_without_consent, "Say that the story may be published",
                          base::Place{"consent", 0, 0});
  return problems;
}

std::optional<Story> locked_story(Records& records, const SheetKey& sheet, const StoryId& id) {
  auto story = records.stories.by_id(id, true);
  if (!story || story->round != sheet.round || story->school != sheet.school) return std::nullopt;
  return story;
}

std::optional<ToldStory> told_story(Records& records, Story story) {
  const auto school = records.schools.by_id(story.school);
  const auto round = records.rounds.by_id(story.round);
  const auto part = records.rounds.participation({story.round, story.school}, false);
  if (!school || !round || !part || !takes_part(part->state)) return std::nullopt;
  return ToldStory{std::move(story), school->name, school->profession, *round};
}

std::vector<ToldStory> told_in_state(Records& records, StoryState state) {
  std::vector<ToldStory> told;
  for (Story& story : records.stories.in_state(state))
    if (auto each = told_story(records, std::move(story))) told.push_back(std::move(*each));
  return told;
}

base::Result<bool> tell_deans(const Installation& installation, const Pages& pages, Records& records,
                              const Story& story, base::Instant now) {
  const SheetKey sheet{story.round, story.school};
  const std::string kind = "story_" + std::string(to_string(story.state));
  for (const Membership& member : records.rounds.memberships(sheet)) {
    const auto person = records.people.by_id(member.person);
    if (member.role != assessment::SchoolRole::dean || !person || person->deactivated) continue;
    const auto posted = tell_person(installation, pages, records, sheet, *person, kind, "/stories",
                                    {{"title", story.words.title}, {"reason", story.reason}}, now);
    if (!posted) return posted.problems();
  }
  return true;
}

}  // namespace

std::vector<Story> stories_of(Installation& installation, const SheetKey& sheet) {
  std::vector<Story> stories;
  installation.database.read([&](Records& records) { stories = records.stories.of(sheet); });
  return stories;
}

base::Result<Story> offer_story(Installation& installation, const Actor& actor, const OpenSheet& sheet,
                                const OfferedWords& offered) {
  return change<Story>(
      installation.database, installation.clock, [&](Records& records, base::Instant now) -> StoryChange {
        if (auto refused = refused_words(records, sheet, offered); !refused.empty()) return refused;
        const auto told = records.stories.of(sheet.key());
        const auto live = std::ranges::count_if(
            told, [](const Story& each) { return each.state != StoryState::withdrawn; });
        if (static_cast<std::size_t>(live) >= most_stories_of_a_part)
          return base::Problem(why::too_many_stories, "A school offers at most " +
                                                          std::to_string(most_stories_of_a_part) +
                                                          " stories in a round; take one back first");
        const Story story{.id = StoryId::make(installation.random),
                          .round = sheet.round.id,
                          .school = sheet.school.id,
                          .words = offered.words,
                          .by = actor.person.id,
                          .offered = now};
        records.stories.add(story);
        return Change<Story>(story, told_of_story(sheet, actor, "story.offer", story.id));
      });
}

base::Result<Story> rewrite_story(Installation& installation, const Actor& actor, const OpenSheet& sheet,
                                  const StoryId& id, const OfferedWords& offered) {
  return change<Story>(installation.database, installation.clock,
                       [&](Records& records, base::Instant now) -> StoryChange {
                         const auto story = locked_story(records, sheet.key(), id);
                         if (!story) return no_such_story();
                         if (auto refused = refused_words(records, sheet, offered); !refused.empty())
                           return refused;
                         const auto next = rewritten(*story, offered.words, actor.person.id, now);
                         if (!next) return next.problems();
                         records.stories.change(*next);
                         return Change<Story>(*next, told_of_story(sheet, actor, "story.rewrite", id));
                       });
}

base::Result<Story> withdraw_story(Installation& installation, const Actor& actor, const OpenSheet& sheet,
                                   const StoryId& id) {
  return change<Story>(installation.database, installation.clock,
                       [&](Records& records, base::Instant) -> StoryChange {
                         const auto story = locked_story(records, sheet.key(), id);
                         if (!story) return no_such_story();
                         const auto next = withdrawn(*story);
                         if (!next) return next.problems();
                         records.stories.change(*next);
                         return Change<Story>(*next, told_of_story(sheet, actor, "story.withdraw", id));
                       });
}

void withdraw_stories(Records& records, const SheetKey& sheet) {
  for (const Story& story : records.stories.of(sheet))
    if (const auto next = withdrawn(story)) records.stories.change(*next);
}

std::vector<ToldStory> stories_to_judge(Installation& installation) {
  std::vector<ToldStory> told;
  installation.database.read([&](Records& records) {
    told = told_in_state(records, StoryState::offered);
    std::ranges::move(told_in_state(records, StoryState::published), std::back_inserter(told));
  });
  return told;
}

base::Result<ToldStory> story_to_judge(Installation& installation, const StoryId& id) {
  return look<ToldStory>(installation.database, [&](Records& records) -> base::Result<ToldStory> {
    auto story = records.stories.by_id(id, false);
    if (!story || (story->state != StoryState::offered && story->state != StoryState::published))
      return no_such_story();
    auto told = told_story(records, std::move(*story));
    if (!told) return no_such_story();
    return std::move(*told);
  });
}

base::Result<Story> judge_story(Installation& installation, const Pages& pages, const Actor& actor,
                                const StoryDecision& decision) {
  return change<Story>(
      installation.database, installation.clock, [&](Records& records, base::Instant now) -> StoryChange {
        const auto story = records.stories.by_id(decision.story, true);
        if (!story || !told_story(records, *story)) return no_such_story();
        if (story->version != decision.version)
          return base::Problem(why::story_changed, "The school changed the story meanwhile; read it again");
        const auto next = decision.publish ? published(*story, actor.person.id, now)
                                           : returned(*story, actor.person.id, now, decision.reason);
        if (!next) return next.problems();
        records.stories.change(*next);
        const auto told = tell_deans(installation, pages, records, *next, now);
        if (!told) return told.problems();
        const std::string code = records.rounds.by_id(story->round)->code;
        return Change<Story>(*next, {story->school.text(), actor.name_in_log(),
                                     decision.publish ? "story.publish" : "story.return",
                                     code + " " + story->id.text(), next->reason});
      });
}

std::vector<ToldStory> published_stories(Records& records) {
  auto told = told_in_state(records, StoryState::published);
  std::erase_if(told, [](const ToldStory& each) { return each.round.practice; });
  std::ranges::sort(told, {}, [](const ToldStory& each) {
    return std::tie(each.school, each.story.offered, each.story.id);
  });
  return told;
}

std::vector<ToldStory> published_stories(Installation& installation) {
  std::vector<ToldStory> told;
  installation.database.read([&](Records& records) { told = published_stories(records); });
  return told;
}

base::Result<ToldStory> published_story(Installation& installation, const StoryId& id) {
  for (ToldStory& each : published_stories(installation))
    if (each.story.id == id) return std::move(each);
  return no_such_story();
}

}  // namespace smm::app
