// SPDX-License-Identifier: Apache-2.0
#include "store/records/graduate_records.hpp"

#include "store/records/columns.hpp"

namespace smm::store::records {
namespace {

app::Following following_of(const Row& row) {
  RowReader read(row);
  return {
      .school = read.id<assessment::SchoolId>(), .by = read.id<assessment::PersonId>(), .since = read.time()};
}

app::GraduateFile graduate_file_of(const Row& row) {
  RowReader read(row);
  return {.school = read.id<assessment::SchoolId>(),
          .kind = read.text(),
          .sealed = read.blob(),
          .by = read.id_or_null<assessment::PersonId>(),
          .at = read.time()};
}

app::LinkDecision decision_of(const Row& row) {
  RowReader read(row);
  return {.id = read.id<app::LinkDecisionId>(),
          .school = read.id<assessment::SchoolId>(),
          .by = read.id<assessment::PersonId>(),
          .at = read.time(),
          .sealed = read.blob()};
}

app::GraduatingClass class_of(const Row& row) {
  RowReader read(row);
  return {.id = read.id<app::GraduatingClassId>(),
          .school = read.id<assessment::SchoolId>(),
          .token = read.text(),
          .sealed = read.blob(),
          .by = read.id<assessment::PersonId>(),
          .at = read.time(),
          .expires = read.time()};
}

app::OwnWord own_word_of(const Row& row) {
  RowReader read(row);
  return {.id = read.id<app::OwnWordId>(),
          .of_class = read.id<app::GraduatingClassId>(),
          .token = read.text(),
          .sealed = read.blob(),
          .at = read.time()};
}

app::Job job_of(const Row& row) {
  RowReader read(row);
  return {.id = read.id<app::JobId>(),
          .kind = read.text(),
          .owner = read.text(),
          .by = read.id<assessment::PersonId>(),
          .state = read.word(app::job_state),
          .asked = read.time(),
          .begun = read.time_or_null(),
          .ended = read.time_or_null(),
          .sealed = read.blob()};
}

}  // namespace

std::optional<app::Following> GraduateRecords::following(const assessment::SchoolId& school) {
  return one(queries_.row("following", columns(school)), following_of);
}

void GraduateRecords::follow(const app::Following& following) {
  queries_.run("follow", columns(following.school, following.by, following.since));
}

void GraduateRecords::unfollow(const assessment::SchoolId& school) {
  for (const char* query :
       {"forget_own_words", "forget_classes", "forget_link_decisions", "forget_graduate_files", "unfollow"})
    queries_.run(query, columns(school));
}

std::optional<app::GraduateFile> GraduateRecords::file(const assessment::SchoolId& school,
                                                       std::string_view kind) {
  return one(queries_.row("graduate_file", columns(school, kind)), graduate_file_of);
}

void GraduateRecords::keep(const app::GraduateFile& file) {
  queries_.run("keep_graduate_file", columns(file.school, file.kind, Blob{file.sealed}, file.by, file.at));
}

void GraduateRecords::forget(const assessment::SchoolId& school, std::string_view kind) {
  queries_.run("forget_graduate_file", columns(school, kind));
}

std::vector<app::LinkDecision> GraduateRecords::decisions(const assessment::SchoolId& school) {
  return each(queries_.rows("link_decisions", columns(school)), decision_of);
}

void GraduateRecords::add(const app::LinkDecision& decision) {
  queries_.run("add_link_decision",
               columns(decision.id, decision.school, decision.by, decision.at, Blob{decision.sealed}));
}

void GraduateRecords::forget_decisions(const assessment::SchoolId& school) {
  queries_.run("forget_link_decisions", columns(school));
}

std::vector<app::GraduatingClass> GraduateRecords::classes(const assessment::SchoolId& school) {
  return each(queries_.rows("graduating_classes", columns(school)), class_of);
}

std::optional<app::GraduatingClass> GraduateRecords::class_by_token(std::string_view hash) {
  return one(queries_.row("graduating_class_by_token", columns(hash)), class_of);
}

std::optional<app::GraduatingClass> GraduateRecords::class_by_id(const app::GraduatingClassId& id) {
  return one(queries_.row("graduating_class_by_id", columns(id)), class_of);
}

void GraduateRecords::add(const app::GraduatingClass& graduating) {
  queries_.run("add_graduating_class",
               columns(graduating.id, graduating.school, graduating.token, Blob{graduating.sealed},
                       graduating.by, graduating.at, graduating.expires));
}

void GraduateRecords::end_class(const app::GraduatingClassId& id, base::Instant now) {
  queries_.change("end_graduating_class", columns(now, id));
}

std::vector<app::OwnWord> GraduateRecords::own_words(const app::GraduatingClassId& of_class) {
  return each(queries_.rows("own_words_of_class", columns(of_class)), own_word_of);
}

std::optional<app::OwnWord> GraduateRecords::own_word_by_token(std::string_view hash) {
  return one(queries_.row("own_word_by_token", columns(hash)), own_word_of);
}

void GraduateRecords::add(const app::OwnWord& word) {
  queries_.run("add_own_word", columns(word.id, word.of_class, word.token, Blob{word.sealed}, word.at));
}

void GraduateRecords::forget(const app::OwnWordId& id) {
  queries_.change("forget_own_word", columns(id));
}

std::optional<app::Job> JobRecords::by_id(const app::JobId& id) {
  return one(queries_.row("job_by_id", columns(id)), job_of);
}

std::optional<app::Job> JobRecords::latest(std::string_view owner, std::string_view kind) {
  return one(queries_.row("latest_job", columns(owner, kind)), job_of);
}

std::vector<app::Job> JobRecords::in_state(app::JobState state) {
  return each(queries_.rows("jobs_in_state", columns(to_string(state))), job_of);
}

void JobRecords::add(const app::Job& job) {
  queries_.run("add_job", columns(job.id, job.kind, job.owner, job.by, to_string(job.state), job.asked,
                                  job.begun, job.ended, Blob{job.sealed}));
}

void JobRecords::change(const app::Job& job) {
  queries_.change("change_job",
                  columns(to_string(job.state), job.begun, job.ended, Blob{job.sealed}, job.id));
}

std::optional<app::Job> JobRecords::take(base::Instant now) {
  return one(queries_.row("take_job", columns(now, now)), job_of);
}

void JobRecords::at_work(const app::JobId& id, base::Instant now) {
  queries_.run("at_work_on_job", columns(now, id));
}

std::vector<app::Job> JobRecords::left_since(base::Instant since) {
  return each(queries_.rows("jobs_left", columns(since)), job_of);
}

void JobRecords::forget(std::string_view owner, std::string_view kind) {
  queries_.run("forget_jobs", columns(owner, kind));
}

}  // namespace smm::store::records
