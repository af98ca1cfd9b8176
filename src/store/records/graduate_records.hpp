// SPDX-License-Identifier: Apache-2.0
// app::Graduates and app::Jobs on a connection.
#pragma once

#include "app/installation/graduates.hpp"
#include "app/installation/jobs.hpp"
#include "store/records/named_queries.hpp"

namespace smm::store::records {

class GraduateRecords final : public app::Graduates {
 public:
  explicit GraduateRecords(const NamedQueries& queries) : queries_(queries) {}

  std::optional<app::Following> following(const assessment::SchoolId& school) override;
  void follow(const app::Following& following) override;
  void unfollow(const assessment::SchoolId& school) override;

  std::optional<app::GraduateFile> file(const assessment::SchoolId& school, std::string_view kind) override;
  void keep(const app::GraduateFile& file) override;
  void forget(const assessment::SchoolId& school, std::string_view kind) override;

  std::vector<app::LinkDecision> decisions(const assessment::SchoolId& school) override;
  void add(const app::LinkDecision& decision) override;
  void forget_decisions(const assessment::SchoolId& school) override;

  std::vector<app::GraduatingClass> classes(const assessment::SchoolId& school) override;
  std::optional<app::GraduatingClass> class_by_token(std::string_view hash) override;
  std::optional<app::GraduatingClass> class_by_id(const app::GraduatingClassId& id) override;
  void add(const app::GraduatingClass& graduating) override;
  void end_class(const app::GraduatingClassId& id, base::Instant now) override;

  std::vector<app::OwnWord> own_words(const app::GraduatingClassId& of_class) override;
  std::optional<app::OwnWord> own_word_by_token(std::string_view hash) override;
  void add(const app::OwnWord& word) override;
  void forget(const app::OwnWordId& id) override;

 private:
  const NamedQueries& queries_;
};

class JobRecords final : public app::Jobs {
 public:
  explicit JobRecords(const NamedQueries& queries) : queries_(queries) {}

  std::optional<app::Job> by_id(const app::JobId& id) override;
  std::optional<app::Job> latest(std::string_view owner, std::string_view kind) override;
  std::vector<app::Job> in_state(app::JobState state) override;
  void add(const app::Job& job) override;
  void change(const app::Job& job) override;
  std::optional<app::Job> take(base::Instant now) override;
  void at_work(const app::JobId& id, base::Instant now) override;
  std::vector<app::Job> left_since(base::Instant since) override;
  void forget(std::string_view owner, std::string_view kind) override;

 private:
  const NamedQueries& queries_;
};

}  // namespace smm::store::records
