// SPDX-License-Identifier: Apache-2.0
#include "web/routes/endpoints.hpp"

namespace smm::web {

std::vector<Endpoint> all_endpoints(const RouteParts& parts) {
  std::vector<Endpoint> all;
  for (auto list : {about_endpoints(parts),    health_endpoints(parts), sign_in_endpoints(parts),
                    provider_endpoints(parts), link_endpoints(),        set_up_endpoints(),
                    confirm_endpoints(),       account_endpoints(),     second_factor_endpoints(),
                    office_people_endpoints(), answer_endpoints(),      packet_endpoints(),
                    home_endpoints(),          school_endpoints(),      school_people_endpoints(),
                    office_endpoints(),        packet_act_endpoints(),  submit_endpoints(),
                    item_endpoints(),          comment_endpoints(),     evidence_endpoints(),
                    note_endpoints(),          download_endpoints(),    counsel_endpoints(),
                    comparison_endpoints(),    results_endpoints(),     check_endpoints()})
    all.insert(all.end(), std::make_move_iterator(list.begin()), std::make_move_iterator(list.end()));
  add_openapi(all, parts.version);
  return all;
}

}  // namespace smm::web
