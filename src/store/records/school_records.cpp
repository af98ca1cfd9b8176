// SPDX-License-Identifier: Apache-2.0
#include "store/records/school_records.hpp"

#include "store/records/record_rows.hpp"

namespace smm::store::records {
namespace {

assessment::FrameVariables frame_of(RowReader& read) {
  return {.institution_id = read.text(),
          .system_id = read.text(),
          .control = read.text(),
          .state = read.text(),
          .division = read.text(),
          .size = read.text(),
          .carnegie = read.text(),
          .locale = read.text()};
}

assessment::Contact contact_of(RowReader& read) {
  return {.name = read.text(), .email = read.text()};
}

assessment::Contacts contacts_of(RowReader& read) {
  return {.dean = contact_of(read),
          .interim = contact_of(read),
          .director = contact_of(read),
          .assistant_email = read.text(),
          .address = read.text()};
}

assessment::School school_of(const Row& row) {
  RowReader read(row);
  return next_school(read);
}

Values school_columns(const assessment::School& school) {
  const auto& [dean, interim, director, assistant_email, address] = school.contacts;
  const assessment::FrameVariables& frame = school.frame;
  return columns(school.code, school.name, school.profession, spaced(school.programmes), frame.institution_id,
                 frame.system_id, frame.control, frame.state, frame.division, frame.size, frame.carnegie,
                 frame.locale, dean.name, dean.email, interim.name, interim.email, director.name,
                 director.email, assistant_email, address, school.id);
}

crypto::WrappedKey wrapped_key_of(RowReader& read) {
  return {.key_id = read.text(), .sealed = read.blob()};
}

}  // namespace

assessment::School next_school(RowReader& read) {
  return {.id = read.id<assessment::SchoolId>(),
          .code = read.text(),
          .name = read.text(),
          .profession = read.text(),
          .programmes = from_spaced(read.text()),
          .frame = frame_of(read),
          .contacts = contacts_of(read)};
}

std::optional<assessment::School> SchoolRecords::by_id(const assessment::SchoolId& id) {
  return one(queries_.row("school_by_id", columns(id)), school_of);
}

std::optional<assessment::School> SchoolRecords::by_code(std::string_view code) {
  return one(queries_.row("school_by_code", columns(code)), school_of);
}

std::vector<assessment::School> SchoolRecords::of_practice(const assessment::RoundId& round) {
  return each(queries_.rows("practice_schools", columns(round)), school_of);
}

void SchoolRecords::add_practice(const assessment::School& school, const assessment::RoundId& round) {
  add(school);
  queries_.change("make_practice_school", columns(round, school.id));
}

std::vector<assessment::School> SchoolRecords::all() {
  return each(queries_.rows("schools"), school_of);
}

void SchoolRecords::add(const assessment::School& school) {
  queries_.run("add_school", school_columns(school));
}

void SchoolRecords::change(const assessment::School& school) {
  queries_.change("change_school", school_columns(school));
}

std::optional<crypto::WrappedKey> SchoolRecords::key(std::string_view owner) {
  return one(queries_.row("data_key", columns(owner)), [](const Row& row) {
    RowReader read(row);
    return wrapped_key_of(read);
  });
}

std::vector<app::KeptKey> SchoolRecords::keys() {
  return each(queries_.rows("data_keys"), [](const Row& row) {
    RowReader read(row);
    return app::KeptKey{.owner = read.text(), .wrapped = wrapped_key_of(read)};
  });
}

void SchoolRecords::add_key(const app::KeptKey& key) {
  queries_.run("add_data_key", columns(key.owner, key.wrapped.key_id, Blob{key.wrapped.sealed}));
}

void SchoolRecords::keep_key(const app::KeptKey& key) {
  queries_.run("keep_data_key", columns(key.owner, key.wrapped.key_id, Blob{key.wrapped.sealed}));
}

}  // namespace smm::store::records
