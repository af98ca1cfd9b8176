// SPDX-License-Identifier: Apache-2.0
// Every endpoint of the service, resource by resource. One file per resource gives its own list.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "app/content.hpp"
#include "app/identity_provider.hpp"
#include "app/installation/service_settings.hpp"
#include "app/pdf_printer.hpp"
#include "web/session/endpoint.hpp"

namespace smm::web {

// What some endpoints need beside their requests.
struct RouteParts {
  const Site& site;
  app::SignInSettings sign_in;
  std::string version;
  app::IdentityProvider* provider = nullptr;  // signing in elsewhere; null: not offered
  const app::Content* content = nullptr;      // for the style guide; null: none
  std::function<std::string()> metrics = {};  // counters in Prometheus' text format; empty: not offered
  app::PdfPrinter* printer = nullptr;         // null: no PDF
};

std::vector<Endpoint> all_endpoints(const RouteParts& parts);

// What all_endpoints ends with: GET /openapi.json, made from the others and itself.
void add_openapi(std::vector<Endpoint>& endpoints, const std::string& version);

// One file each.
std::vector<Endpoint> about_endpoints(const RouteParts& parts);
std::vector<Endpoint> resource_endpoints(const RouteParts& parts);
std::vector<Endpoint> badge_endpoints(const RouteParts& parts);
std::vector<Endpoint> badge_public_endpoints(const RouteParts& parts);
std::vector<Endpoint> office_badge_endpoints();
std::vector<Endpoint> health_endpoints(const RouteParts& parts);
std::vector<Endpoint> sign_in_endpoints(const RouteParts& parts);
std::vector<Endpoint> provider_endpoints(const RouteParts& parts);
std::vector<Endpoint> link_endpoints();
std::vector<Endpoint> set_up_endpoints();
std::vector<Endpoint> confirm_endpoints();
std::vector<Endpoint> account_endpoints();
std::vector<Endpoint> second_factor_endpoints();
std::vector<Endpoint> office_people_endpoints();
std::vector<Endpoint> answer_endpoints();
std::vector<Endpoint> packet_endpoints();
std::vector<Endpoint> packet_act_endpoints();
std::vector<Endpoint> submit_endpoints();
std::vector<Endpoint> item_endpoints();
std::vector<Endpoint> comment_endpoints();
std::vector<Endpoint> evidence_endpoints();
std::vector<Endpoint> note_endpoints();
std::vector<Endpoint> download_endpoints();
std::vector<Endpoint> worksheet_endpoints(const RouteParts& parts);
std::vector<Endpoint> returned_workbook_endpoints();
std::vector<Endpoint> counsel_endpoints();
std::vector<Endpoint> comparison_endpoints();
std::vector<Endpoint> results_endpoints();
std::vector<Endpoint> question_endpoints();
std::vector<Endpoint> dashboard_endpoints();
std::vector<Endpoint> report_endpoints(const RouteParts& parts);
std::vector<Endpoint> reader_endpoints();
std::vector<Endpoint> plan_endpoints();
std::vector<Endpoint> check_endpoints();
std::vector<Endpoint> graduate_endpoints();
std::vector<Endpoint> graduate_upload_endpoints();
std::vector<Endpoint> graduate_review_endpoints();
std::vector<Endpoint> graduate_figure_endpoints();
std::vector<Endpoint> graduating_endpoints();
std::vector<Endpoint> explorer_endpoints();
std::vector<Endpoint> home_endpoints();
std::vector<Endpoint> school_endpoints();
std::vector<Endpoint> school_people_endpoints();
std::vector<Endpoint> accept_endpoints();
std::vector<Endpoint> agreement_endpoints();
std::vector<Endpoint> office_endpoints();
std::vector<Endpoint> office_school_endpoints();
std::vector<Endpoint> outbox_endpoints();
std::vector<Endpoint> story_endpoints();
std::vector<Endpoint> carried_endpoints(const RouteParts& parts);
std::vector<Endpoint> cohort_endpoints();
std::vector<Endpoint> partner_endpoints();

}  // namespace smm::web
