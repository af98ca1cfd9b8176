// SPDX-License-Identifier: Apache-2.0
// Words that every printed form of a feedback report shares. Figures are whole points. Internal to report.
#pragma once

#include <string>

#include "report/school_report.hpp"

namespace smm::report {

std::string points_text(double points);                                           // "61"
std::string own_words(const scoring::Score& own, const render::Texts& texts);     // "61", or "no score"
std::string bounds_words(const scoring::Score& own, const render::Texts& texts);  // "55 to 70", "complete"

// Of what stands beside the own figure; empty where it is withheld.
std::string mean_words(const ReportStanding& standing);
std::string interval_words(const ReportStanding& standing, const render::Texts& texts);
std::string band_words(const ReportStanding& standing, const render::Texts& texts);
std::string peers_words(const ReportStanding& standing);
std::string standing_words(const ReportStanding& standing, const render::Texts& texts);
std::string reasons_words(const ReportStanding& standing, const render::Texts& texts);

// "third of four", and "★★★☆"; of what is not told words of that, and no stars.
std::string quarter_words(const std::optional<int>& quarter, const render::Texts& texts);
std::string stars_shown(const std::optional<int>& quarter);

std::string highlight_words(const Highlight& highlight, bool strength, const render::Texts& texts);
std::string share_words(const std::optional<int>& share, const render::Texts& texts);
std::string promise_words(const ReportNotes& notes, const render::Texts& texts);
std::string programmes_words(const SchoolReport& report);
std::string labels_words(const std::vector<std::string>& labels);  // "A, B, C"

}  // namespace smm::report
