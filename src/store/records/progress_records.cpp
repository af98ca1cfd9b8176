// SPDX-License-Identifier: Apache-2.0
#include "store/records/progress_records.hpp"

#include "store/records/columns.hpp"

namespace smm::store::records {

std::vector<app::MailTally> ProgressRecords::mails(const assessment::RoundId& round) {
  return each(queries_.rows("mail_tallies", columns(round)), [](const Row& row) {
    RowReader read(row);
    return app::MailTally{.school = read.id<assessment::SchoolId>(),
                          .kind = read.text(),
                          .state = read.word(app::mail_state),
                          .bounced = read.truth(),
                          .mails = read.integer()};
  });
}

std::vector<assessment::SchoolId> ProgressRecords::opened(const assessment::RoundId& round) {
  return each(queries_.rows("schools_that_opened", columns(round)),
              [](const Row& row) { return RowReader(row).id<assessment::SchoolId>(); });
}

std::vector<app::SheetTally> ProgressRecords::sheets(const assessment::RoundId& round) {
  return each(queries_.rows("sheet_tallies", columns(round)), [](const Row& row) {
    RowReader read(row);
    return app::SheetTally{.school = read.id<assessment::SchoolId>(), .answered = read.integer()};
  });
}

std::vector<app::PacketTally> ProgressRecords::packets(const assessment::RoundId& round) {
  return each(queries_.rows("packet_tallies", columns(round)), [](const Row& row) {
    RowReader read(row);
    return app::PacketTally{.school = read.id<assessment::SchoolId>(),
                            .office = read.text(),
                            .state = read.word(assessment::packet_state),
                            .due = read.text_or_null().value_or(""),
                            .completed = read.time_or_null()};
  });
}

std::vector<app::ItemTally> ProgressRecords::items(const assessment::RoundId& round) {
  return each(queries_.rows("item_tallies", columns(round)), [](const Row& row) {
    RowReader read(row);
    return app::ItemTally{.item = read.text(), .state = read.text(), .schools = read.integer()};
  });
}

}  // namespace smm::store::records
