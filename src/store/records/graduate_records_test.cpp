// SPDX-License-Identifier: Apache-2.0
#include <set>
#include <thread>

#include "store/records/on_each_engine_test.hpp"

namespace smm::store::records {
namespace {

SMM_RECORDS_ON_EACH_ENGINE(StoredGraduates);

app::Following following_of(const Sample& sample) {
  return {sample.school.id, sample.ann.id, {4000}};
}

app::GraduatingClass class_of(const Sample& sample, std::uint64_t seed, const std::string& token) {
  return {.id = id_of<app::GraduatingClassId>(seed),
          .school = sample.school.id,
          .token = token,
          .sealed = "class",
          .by = sample.ann.id,
          .at = {5000},
          .expires = {9000}};
}

app::OwnWord word_of(const app::GraduatingClass& graduating, std::uint64_t seed, const std::string& token) {
  return {.id = id_of<app::OwnWordId>(seed),
          .of_class = graduating.id,
          .token = token,
          .sealed = "word",
          .at = {6000}};
}

app::Job job_of(const Sample& sample, std::uint64_t seed, std::int64_t asked) {
  return {.id = id_of<app::JobId>(seed),
          .kind = "graduates.link",
          .owner = sample.school.id.text(),
          .by = sample.ann.id,
          .state = app::JobState::waiting,
          .asked = {asked},
          .begun = {},
          .ended = {},
          .sealed = ""};
}

TEST_P(StoredGraduates, AreFollowedOnlyWhereItIsSwitchedOn) {
  read(
      [&](app::Records& records) { EXPECT_EQ(records.graduates.following(sample.school.id), std::nullopt); });
  const app::GraduateFile roster{sample.school.id, "roster", "sealed", sample.ann.id, {5000}};
  EXPECT_EQ(refusal([&](app::Records& records) { records.graduates.keep(roster); }), app::Refusal::missing);
  write([&](app::Records& records) { records.graduates.follow(following_of(sample)); });
  read([&](app::Records& records) {
    EXPECT_EQ(records.graduates.following(sample.school.id), following_of(sample));
  });
}

TEST_P(StoredGraduates, KeepTheNewestFileOfAKind) {
  app::GraduateFile file{sample.school.id, "roster", std::string("a\0b", 3), sample.ann.id, {5000}};
  write([&](app::Records& records) {
    records.graduates.follow(following_of(sample));
    records.graduates.keep(file);
    records.graduates.keep({sample.school.id, "links", "x", std::nullopt, {5001}});
    file.sealed = "newer";
    file.at = {6000};
    records.graduates.keep(file);
  });
  read([&](app::Records& records) {
    EXPECT_EQ(records.graduates.file(sample.school.id, "roster"), file);
    EXPECT_EQ(records.graduates.file(sample.school.id, "links")->by, std::nullopt);
    EXPECT_EQ(records.graduates.file(sample.school.id, "cohort"), std::nullopt);
  });
  write([&](app::Records& records) { records.graduates.forget(sample.school.id, "roster"); });
  read([&](app::Records& records) {
    EXPECT_EQ(records.graduates.file(sample.school.id, "roster"), std::nullopt);
    EXPECT_NE(records.graduates.file(sample.school.id, "links"), std::nullopt);
  });
}

TEST_P(StoredGraduates, KeepDecisionsInTheirOrder) {
  const app::LinkDecision first{id_of<app::LinkDecisionId>(61), sample.school.id, sample.ann.id, {5000}, "1"};
  const app::LinkDecision second{
      id_of<app::LinkDecisionId>(60), sample.school.id, sample.ann.id, {5001}, "2"};
  write([&](app::Records& records) {
    records.graduates.follow(following_of(sample));
    records.graduates.add(second);
    records.graduates.add(first);
  });
  read([&](app::Records& records) {
    EXPECT_EQ(records.graduates.decisions(sample.school.id), (std::vector{first, second}));
  });
  write([&](app::Records& records) { records.graduates.forget_decisions(sample.school.id); });
  read([&](app::Records& records) { EXPECT_TRUE(records.graduates.decisions(sample.school.id).empty()); });
}

TEST_P(StoredGraduates, SpeakForThemselvesUntilTheyTakeItBack) {
  const app::GraduatingClass graduating = class_of(sample, 70, "hash");
  const app::OwnWord word = word_of(graduating, 71, "back");
  write([&](app::Records& records) {
    records.graduates.follow(following_of(sample));
    records.graduates.add(graduating);
    records.graduates.add(word);
  });
  read([&](app::Records& records) {
    EXPECT_EQ(records.graduates.classes(sample.school.id), std::vector{graduating});
    EXPECT_EQ(records.graduates.class_by_token("hash"), graduating);
    EXPECT_EQ(records.graduates.class_by_id(graduating.id), graduating);
    EXPECT_EQ(records.graduates.class_by_token("other"), std::nullopt);
    EXPECT_EQ(records.graduates.own_words(graduating.id), std::vector{word});
    EXPECT_EQ(records.graduates.own_word_by_token("back"), word);
  });
  EXPECT_EQ(refusal([&](app::Records& records) { records.graduates.add(class_of(sample, 72, "hash")); }),
            app::Refusal::taken);
  write([&](app::Records& records) {
    records.graduates.forget(word.id);
    records.graduates.end_class(graduating.id, {7000});
  });
  read([&](app::Records& records) {
    EXPECT_TRUE(records.graduates.own_words(graduating.id).empty());
    EXPECT_EQ(records.graduates.class_by_id(graduating.id)->expires, (base::Instant{7000}));
  });
}

TEST_P(StoredGraduates, LeaveNothingBehindWhenItIsSwitchedOff) {
  const app::GraduatingClass graduating = class_of(sample, 70, "hash");
  write([&](app::Records& records) {
    records.graduates.follow(following_of(sample));
    records.graduates.keep({sample.school.id, "roster", "sealed", sample.ann.id, {5000}});
    records.graduates.add(
        app::LinkDecision{id_of<app::LinkDecisionId>(73), sample.school.id, sample.ann.id, {5000}, "1"});
    records.graduates.add(graduating);
    records.graduates.add(word_of(graduating, 71, "back"));
    records.graduates.unfollow(sample.school.id);
  });
  read([&](app::Records& records) {
    EXPECT_EQ(records.graduates.following(sample.school.id), std::nullopt);
    EXPECT_EQ(records.graduates.file(sample.school.id, "roster"), std::nullopt);
    EXPECT_TRUE(records.graduates.decisions(sample.school.id).empty());
    EXPECT_EQ(records.graduates.class_by_token("hash"), std::nullopt);
    EXPECT_EQ(records.graduates.own_word_by_token("back"), std::nullopt);
  });
}

SMM_RECORDS_ON_EACH_ENGINE(StoredJobs);

TEST_P(StoredJobs, WaitInTheOrderInWhichTheyWereAskedFor) {
  app::Job later = job_of(sample, 80, 6000), sooner = job_of(sample, 81, 5000);
  sooner.kind = "graduates.results";
  write([&](app::Records& records) {
    records.jobs.add(later);
    records.jobs.add(sooner);
  });
  read([&](app::Records& records) {
    EXPECT_EQ(records.jobs.in_state(app::JobState::waiting), (std::vector{sooner, later}));
    EXPECT_EQ(records.jobs.latest(sample.school.id.text(), "graduates.link"), later);
    EXPECT_EQ(records.jobs.latest("office", "graduates.link"), std::nullopt);
  });
  app::Job ended = sooner;
  ended.state = app::JobState::failed;
  ended.begun = base::Instant{7000};
  ended.ended = base::Instant{8000};
  ended.sealed = "why";
  write([&](app::Records& records) { records.jobs.change(ended); });
  read([&](app::Records& records) {
    EXPECT_EQ(records.jobs.by_id(sooner.id), ended);
    EXPECT_EQ(records.jobs.in_state(app::JobState::waiting), std::vector{later});
  });
  write([&](app::Records& records) { records.jobs.forget(sample.school.id.text(), "graduates.link"); });
  read([&](app::Records& records) { EXPECT_EQ(records.jobs.by_id(later.id), std::nullopt); });
}

TEST_P(StoredJobs, AreOneAtATimeOfAnOwnerAndKind) {
  const app::Job first = job_of(sample, 80, 5000), second = job_of(sample, 81, 6000);
  write([&](app::Records& records) {
    records.jobs.add(first);
    records.jobs.add(second);
    EXPECT_EQ(records.jobs.by_id(second.id), std::nullopt) << "the first still waits";
    app::Job ended = *records.jobs.take({7000});
    EXPECT_EQ(ended.id, first.id);
    ended.state = app::JobState::done;
    records.jobs.change(ended);
    records.jobs.add(second);
    EXPECT_EQ(records.jobs.latest(first.owner, first.kind), second);
  });
}

TEST_P(StoredJobs, AreTakenOnceAndGivenUpOnlyWhenNobodyIsAtWork) {
  app::Job job = job_of(sample, 80, 5000);
  write([&](app::Records& records) {
    records.jobs.add(job);
    job.state = app::JobState::running;
    job.begun = base::Instant{7000};
    EXPECT_EQ(records.jobs.take({7000}), job);
    EXPECT_EQ(records.jobs.take({7001}), std::nullopt);
    EXPECT_TRUE(records.jobs.left_since({7000}).empty());
    EXPECT_EQ(records.jobs.left_since({7001}), std::vector{job});
    records.jobs.at_work(job.id, {9000});
    EXPECT_TRUE(records.jobs.left_since({9000}).empty());
    EXPECT_EQ(records.jobs.left_since({9001}), std::vector{job});
  });
}

TEST_P(StoredJobs, GoToDifferentOnesOfThoseWhoAskAtOnce) {
  write([&](app::Records& records) {
    for (std::uint64_t n = 0; n < 12; ++n) {
      app::Job job = job_of(sample, 80 + n, 5000);
      job.kind = "kind." + std::to_string(n);
      records.jobs.add(job);
    }
  });
  std::mutex mutex;
  std::multiset<std::string> taken;
  std::vector<std::thread> askers;
  for (int asker = 0; asker < 4; ++asker)
    askers.emplace_back([&] {
      for (std::optional<app::Job> job;;) {
        write([&](app::Records& records) { job = records.jobs.take({7000}); });
        if (!job) return;
        const std::lock_guard lock(mutex);
        taken.insert(job->id.text());
      }
    });
  for (std::thread& asker : askers) asker.join();
  EXPECT_EQ(taken.size(), 12U);
  EXPECT_EQ(std::set(taken.begin(), taken.end()).size(), 12U);
}

}  // namespace
}  // namespace smm::store::records
