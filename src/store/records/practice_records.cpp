// SPDX-License-Identifier: Apache-2.0
#include "store/records/round_records.hpp"

#include <array>

#include "store/records/columns.hpp"

namespace smm::store::records {
namespace {

// queries/practice.sql, in the order in which rows stand on each other.
constexpr std::array practice_queries = {"erase_practice_mention",
                                         "erase_practice_evidence_chunk",
                                         "erase_practice_answer_not_kept",
                                         "erase_practice_answer_history",
                                         "erase_practice_answer",
                                         "erase_practice_comment",
                                         "erase_practice_note",
                                         "erase_practice_evidence",
                                         "erase_practice_signature",
                                         "erase_practice_check_question",
                                         "erase_practice_badge",
                                         "erase_practice_listing",
                                         "erase_practice_goal",
                                         "erase_practice_agreement",
                                         "erase_practice_story",
                                         "erase_practice_returned_form",
                                         "erase_practice_call_note",
                                         "erase_practice_granted_view",
                                         "erase_practice_assignment",
                                         "erase_practice_packet",
                                         "erase_practice_membership",
                                         "erase_practice_own_word",
                                         "erase_practice_graduating_class",
                                         "erase_practice_link_decision",
                                         "erase_practice_graduate_file",
                                         "erase_practice_following",
                                         "erase_practice_cohort_school",
                                         "erase_practice_link",
                                         "erase_practice_mail",
                                         "erase_practice_mail_of_round",
                                         "erase_practice_participation",
                                         "erase_practice_job",
                                         "erase_practice_data_key",
                                         "erase_practice_audit",
                                         "erase_practice_audit_head",
                                         "erase_practice_round_text",
                                         "erase_practice_reminder",
                                         "erase_practice_school",
                                         "erase_practice_round"};

}  // namespace

void RoundRecords::erase_practice(const assessment::RoundId& round) {
  for (const char* const query : practice_queries) queries_.run(query, columns(round));
}

}  // namespace smm::store::records
