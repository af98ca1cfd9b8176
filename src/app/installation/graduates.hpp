// SPDX-License-Identifier: Apache-2.0
// Repository: what schools that follow their graduates keep about them. Everything about a graduate arrives
// sealed with the school's key and leaves sealed; in clear are kinds, who, and when.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "assessment/ids.hpp"
#include "base/instant.hpp"

namespace smm::app {

using LinkDecisionId = base::Id<struct LinkDecisionTag>;
using GraduatingClassId = base::Id<struct GraduatingClassTag>;
using OwnWordId = base::Id<struct OwnWordTag>;

// A school that switched it on.
struct Following {
  assessment::SchoolId school;
  assessment::PersonId by;
  base::Instant since;

  friend bool operator==(const Following&, const Following&) = default;
};

// One whole file: the newest of its kind.
struct GraduateFile {
  assessment::SchoolId school;
  std::string kind;
  std::string sealed;
  std::optional<assessment::PersonId> by;  // nobody: made by a job
  base::Instant at;

  friend bool operator==(const GraduateFile&, const GraduateFile&) = default;
};

struct LinkDecision {
  LinkDecisionId id;
  assessment::SchoolId school;
  assessment::PersonId by;
  base::Instant at;
  std::string sealed;

  friend bool operator==(const LinkDecision&, const LinkDecision&) = default;
};

// A link for those who graduate together.
struct GraduatingClass {
  GraduatingClassId id;
  assessment::SchoolId school;
  std::string token;   // hash
  std::string sealed;  // what the class is called, and the link itself
  assessment::PersonId by;
  base::Instant at;
  base::Instant expires;

  friend bool operator==(const GraduatingClass&, const GraduatingClass&) = default;
};

// What somebody who graduates said of who they are in the registry.
struct OwnWord {
  OwnWordId id;
  GraduatingClassId of_class;
  std::string token;  // hash of what takes it back
  std::string sealed;
  base::Instant at;

  friend bool operator==(const OwnWord&, const OwnWord&) = default;
};

class Graduates {
 public:
  virtual ~Graduates() = default;

  virtual std::optional<Following> following(const assessment::SchoolId& school) = 0;
  virtual void follow(const Following& following) = 0;
  // With all that is kept about the school's graduates.
  virtual void unfollow(const assessment::SchoolId& school) = 0;

  virtual std::optional<GraduateFile> file(const assessment::SchoolId& school, std::string_view kind) = 0;
  virtual void keep(const GraduateFile& file) = 0;  // adds or replaces
  virtual void forget(const assessment::SchoolId& school, std::string_view kind) = 0;

  virtual std::vector<LinkDecision> decisions(const assessment::SchoolId& school) = 0;  // oldest first
  virtual void add(const LinkDecision& decision) = 0;
  virtual void forget_decisions(const assessment::SchoolId& school) = 0;

  virtual std::vector<GraduatingClass> classes(const assessment::SchoolId& school) = 0;  // oldest first
  virtual std::optional<GraduatingClass> class_by_token(std::string_view hash) = 0;
  virtual std::optional<GraduatingClass> class_by_id(const GraduatingClassId& id) = 0;
  virtual void add(const GraduatingClass& graduating) = 0;
  virtual void end_class(const GraduatingClassId& id, base::Instant now) = 0;

  virtual std::vector<OwnWord> own_words(const GraduatingClassId& of_class) = 0;  // oldest first
  virtual std::optional<OwnWord> own_word_by_token(std::string_view hash) = 0;
  virtual void add(const OwnWord& word) = 0;
  virtual void forget(const OwnWordId& id) = 0;
};

}  // namespace smm::app
