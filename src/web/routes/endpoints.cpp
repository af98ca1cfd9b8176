// SPDX-License-Identifier: Apache-2.0
#include "web/routes/endpoints.hpp"

#include "web/routes/campaign_endpoints.hpp"

namespace smm::web {

namespace {

using EndpointLists = std::vector<std::vector<Endpoint>>;

EndpointLists of_visitors_and_accounts(const RouteParts& parts) {
  return {about_endpoints(parts),    health_endpoints(parts), sign_in_endpoints(parts),
          provider_endpoints(parts), link_endpoints(),        set_up_endpoints(),
          confirm_endpoints(),       account_endpoints(),     second_factor_endpoints(),
          office_people_endpoints()};
}

EndpointLists of_sheets(const RouteParts& parts) {
  return {answer_endpoints(),     packet_endpoints(),         home_endpoints(),
          school_endpoints(),     school_people_endpoints(),  office_endpoints(),
          packet_act_endpoints(), submit_endpoints(),         item_endpoints(),
          comment_endpoints(),    evidence_endpoints(),       note_endpoints(),
          download_endpoints(),   worksheet_endpoints(parts), returned_workbook_endpoints(),
          counsel_endpoints()};
}

EndpointLists of_results_and_reports(const RouteParts& parts) {
  return {comparison_endpoints(),   results_endpoints(),
          question_endpoints(),     toolkit_endpoints(parts),
          check_endpoints(),        resource_endpoints(parts),
          badge_endpoints(parts),   badge_public_endpoints(parts),
          office_badge_endpoints(), dashboard_endpoints(),
          report_endpoints(parts),  reader_endpoints(),
          plan_endpoints()};
}

EndpointLists of_rounds(const RouteParts& parts) {
  return {accept_endpoints(),
          agreement_endpoints(),
          office_practice_endpoints(parts),
          office_roster_endpoints(parts),
          office_contact_endpoints(),
          office_school_endpoints(),
          outbox_endpoints(),
          story_endpoints(),
          carried_endpoints(parts),
          cohort_endpoints(),
          partner_endpoints(),
          letter_endpoints(),
          letters_endpoints(parts),
          inviting_endpoints(),
          office_reminder_endpoints(),
          stop_endpoints(),
          word_endpoints()};
}

EndpointLists of_graduates() {
  return {graduate_endpoints(),        graduate_upload_endpoints(), graduate_review_endpoints(),
          graduate_figure_endpoints(), graduating_endpoints(),      explorer_endpoints()};
}

}  // namespace

std::vector<Endpoint> all_endpoints(const RouteParts& parts) {
  std::vector<Endpoint> all;
  for (const EndpointLists& lists : {of_visitors_and_accounts(parts), of_sheets(parts),
                                     of_results_and_reports(parts), of_rounds(parts), of_graduates()})
    for (const auto& list : lists) all.insert(all.end(), list.begin(), list.end());
  add_openapi(all, parts.version);
  return all;
}

}  // namespace smm::web
