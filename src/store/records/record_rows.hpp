// SPDX-License-Identifier: Apache-2.0
// Records from the next columns of a row, for queries that fetch several at once. Each is written beside the
// other statements of its table, whose queries name the columns in this order.
#pragma once

#include "app/installation/people.hpp"
#include "app/installation/sessions.hpp"
#include "assessment/participation.hpp"
#include "assessment/round.hpp"
#include "assessment/school.hpp"
#include "store/records/columns.hpp"

namespace smm::store::records {

app::Session next_session(RowReader& read);
app::Person next_person(RowReader& read);
assessment::Round next_round(RowReader& read);
assessment::School next_school(RowReader& read);
assessment::Participation next_participation(RowReader& read);

}  // namespace smm::store::records
