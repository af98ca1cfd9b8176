// SPDX-License-Identifier: Apache-2.0
// The pictures of a feedback report with their words. The same text stands on a page, in a PDF and in a mail.
#pragma once

#include <string>

#include "report/school_report.hpp"

namespace smm::report {

std::string picture_of_domains(const SchoolReport& report, const render::Texts& texts);

// The school's position on the distribution of its profession.
std::string picture_of_area(const ReportStanding& standing, const render::Texts& texts);

// Areas then and now; empty when there is no trend.
std::string picture_of_trends(const SchoolReport& report, const render::Texts& texts);

// Labels of a trend's areas, with its program where the school has several.
std::string trend_label(const SchoolReport& report, const AreaTrend& trend);

}  // namespace smm::report
