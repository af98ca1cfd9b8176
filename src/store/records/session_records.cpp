// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "store/records/session_records.hpp"

#include "app/installation/round_edition.hpp"
#include "store/records/record_rows.hpp"

namespace smm::store::records {
namespace {

app::Session session_of(const Row& row) {
  RowReader read(row);
  return next_session(read);
}

app::Link link_of(const Row& row) {
  RowReader read(row);
  return {.token = read.text(),
          .use = read.word(app::link_use),
          .person = read.id_or_null<assessment::PersonId>(),
          .school = read.id_or_null<assessment::SchoolId>(),
          .target = read.text(),
          .email = read.text(),
          .created = read.time(),
          .expires = read.time(),
          .used = read.time_or_null()};
}

}  // namespace

app::Session next_session(RowReader& read) {
  return {.id = read.id<app::SessionId>(),
          .token = read.text(),
          .person = read.id<assessment::PersonId>(),
          .created = read.time(),
          .seen = read.time(),
          .expires = read.time(),
          .how = read.text(),
          .second_factor = read.truth(),
          .confirmed = read.time(),
          .address = read.text(),
          .browser = read.text(),
          .csrf = read.text(),
          .ended = read.time_or_null()};
}

std::optional<app::Session> SessionRecords::by_token(std::string_view hash) {
  return one(queries_.row("session_by_token", columns(hash)), session_of);
}

// A row for each office role, and one for those who have none.
std::optional<app::Visitor> SessionRecords::visitor(std::string_view hash) {
  const Rows rows = queries_.rows("visitor", columns(hash));
  std::optional<app::Visitor> found;
  for (const Row& row : rows) {
    RowReader read(row);
    app::Session session = next_session(read);
    app::Person person = next_person(read);
    if (!found) found = app::Visitor{std::move(session), std::move(person), {}};
    if (!read.is_null()) found->office_roles.push_back(read.word(assessment::office_role));
  }
  if (found) std::ranges::sort(found->office_roles);
  if (found && foreseen_ != nullptr)
    *foreseen_ = {ForeseenVisitor{found->person.id, std::string(hash)}, std::nullopt};
  return found;
}

// In the words of RoundRecords::part.
void SessionRecords::expect_visit(std::string_view hash, std::string_view round_code,
                                  std::string_view school_code) {
  if (foreseen_ == nullptr) return;
  queries_.ask_early("visitor", columns(hash));
  queries_.ask_early("part_foreseen", columns(app::area_labels_text, hash, round_code, school_code));
}

std::vector<app::Session> SessionRecords::live_of(const assessment::PersonId& person, base::Instant now) {
  return each(queries_.rows("live_sessions", columns(person, now)), session_of);
}

void SessionRecords::add(const app::Session& session) {
  queries_.run("add_session",
               columns(session.id, session.token, session.person, session.created, session.seen,
                       session.expires, session.how, session.second_factor, session.confirmed,
                       session.address, session.browser, session.csrf, session.ended));
}

void SessionRecords::seen(const app::SessionId& id, base::Instant now) {
  queries_.run("session_seen", columns(now, id, now));
}

void SessionRecords::confirmed(const app::SessionId& id, bool second_factor, base::Instant now) {
  queries_.change("session_confirmed", columns(second_factor, now, id));
}

void SessionRecords::end(const app::SessionId& id, base::Instant now) {
  queries_.run("end_session", columns(now, id));
}

void SessionRecords::end_all(const assessment::PersonId& person, const std::optional<app::SessionId>& but,
                             base::Instant now) {
  queries_.run("end_sessions_of_person", columns(now, person, but ? but->text() : std::string()));
}

std::optional<app::Link> SessionRecords::link(std::string_view hash) {
  return one(queries_.row("link_by_token", columns(hash)), link_of);
}

void SessionRecords::add_link(const app::Link& link) {
  queries_.run("add_link", columns(link.token, app::to_string(link.use), link.person, link.school,
                                   link.target, link.email, link.created, link.expires, link.used));
}

bool SessionRecords::use_link(std::string_view hash, base::Instant now) {
  return queries_.run("use_link", columns(now, hash, now)) == 1;
}

void SessionRecords::end_links(const assessment::PersonId& person,
                               const std::optional<assessment::SchoolId>& school, base::Instant now) {
  if (school)
    queries_.run("end_links_to_school", columns(now, person, *school, now));
  else
    queries_.run("end_links_of_person", columns(now, person, now));
}

std::int64_t SessionRecords::count_attempt(std::string_view key, base::Instant now, std::int64_t window) {
  return queries_.row("count_attempt", columns(key, now, window, window))->integer(0);
}

std::int64_t SessionRecords::attempts(std::string_view key, base::Instant now, std::int64_t window) {
  const auto row = queries_.row("attempts", columns(key, now + -window));
  return row ? row->integer(0) : 0;
}

void SessionRecords::forget_attempts(std::string_view key) {
  queries_.run("forget_attempts", columns(key));
}

void SessionRecords::sweep(base::Instant before) {
  queries_.run("sweep_sessions", columns(before, before));
  queries_.run("sweep_links", columns(before, before));
  queries_.run("sweep_attempts", columns(before));
}

}  // namespace smm::store::records
