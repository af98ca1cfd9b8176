// SPDX-License-Identifier: Apache-2.0
#include "report/report_pictures.hpp"

#include "report/pictures.hpp"
#include "report/report_words.hpp"

namespace smm::report {
namespace {

using render::Texts;
using scoring::ScoreState;

std::optional<int> whole(const std::optional<double>& value) {
  return value ? std::optional(whole_points(*value)) : std::nullopt;
}

std::string domain_sentence(const ReportStanding& domain, const Texts& texts) {
  const std::string figure = own_words(domain.own, texts);
  const std::string mean = mean_words(domain);
  if (mean.empty()) return texts("report.bars_row", {{"label", domain.label}, {"figure", figure}});
  return texts("report.bars_mean", {{"label", domain.label}, {"figure", figure}, {"mean", mean}});
}

std::string own_sentence(const scoring::Score& own, const Texts& texts) {
  if (own.state != ScoreState::scored) return texts("report.band_own_none");
  const std::string figure = points_text(own.score);
  if (whole_points(own.lower) == whole_points(own.upper))
    return texts("report.band_own_complete", {{"own", figure}});
  return texts("report.band_own",
               {{"own", figure}, {"lower", points_text(own.lower)}, {"upper", points_text(own.upper)}});
}

std::string others_sentence(const ReportStanding& standing, const Texts& texts) {
  if (standing.percentiles) {
    const auto& p = *standing.percentiles;
    return texts("report.band_percentiles", {{"p10", to_string(p[0])},
                                             {"p25", to_string(p[1])},
                                             {"p50", to_string(p[2])},
                                             {"p75", to_string(p[3])},
                                             {"p90", to_string(p[4])}});
  }
  const std::string mean = mean_words(standing);
  return mean.empty() ? texts("report.band_nothing") : texts("report.band_mean", {{"mean", mean}});
}

}  // namespace

std::string picture_of_domains(const SchoolReport& report, const Texts& texts) {
  PictureText text{"pic-domains", texts("report.bars_title"), ""};
  std::vector<BarRow> rows;
  for (const ReportStanding& domain : report.domains) {
    text.description += (text.description.empty() ? "" : " ") + domain_sentence(domain, texts);
    BarRow row{domain.label, own_words(domain.own, texts), {}, {}, {}, {}};
    if (domain.own.state == ScoreState::scored) {
      row.own = whole_points(domain.own.score);
      row.lower = whole_points(domain.own.lower);
      row.upper = whole_points(domain.own.upper);
    }
    if (domain.beside) row.mean = whole(domain.beside->mean);
    rows.push_back(std::move(row));
  }
  return bars_picture(text, rows);
}

std::string picture_of_area(const ReportStanding& standing, const Texts& texts) {
  BandPicture picture;
  if (standing.own.state == ScoreState::scored) {
    picture.own = whole_points(standing.own.score);
    picture.lower = whole_points(standing.own.lower);
    picture.upper = whole_points(standing.own.upper);
  }
  if (standing.beside) picture.mean = whole(standing.beside->mean);
  if (standing.percentiles) {
    picture.percentiles.emplace();
    for (std::size_t i = 0; i < standing.percentiles->size(); ++i)
      (*picture.percentiles)[i] = (*standing.percentiles)[i].points;
  }
  const std::string sentences = own_sentence(standing.own, texts) + " " + others_sentence(standing, texts);
  return band_picture(
      {"pic-" + standing.id, texts("report.band_title", {{"area", standing.label}}), sentences}, picture);
}

std::string trend_label(const SchoolReport& report, const AreaTrend& trend) {
  std::vector<std::string> labels;
  for (const std::string& area : trend.areas) labels.push_back(area_label(report, area));
  std::string words = labels_words(labels);
  if (report.programmes.size() > 1) words += " · " + trend.programme;
  return words;
}

std::string picture_of_trends(const SchoolReport& report, const Texts& texts) {
  if (!report.change || report.change->change.trends.empty()) return "";
  PictureText text{"pic-trends", texts("report.trends_title"), ""};
  std::vector<ArrowRow> rows;
  for (const AreaTrend& trend : report.change->change.trends) {
    const std::string label = trend_label(report, trend);
    const std::string before = points_text(trend.before);
    const std::string after = points_text(trend.after);
    text.description +=
        (text.description.empty() ? "" : " ") +
        texts(
            "report.trend_row",
            {{"label", label}, {"before", before}, {"after", after}, {"items", std::to_string(trend.items)}});
    rows.push_back({label, texts("report.trend_figure", {{"before", before}, {"after", after}}),
                    whole_points(trend.before), whole_points(trend.after)});
  }
  return arrows_picture(text, rows);
}

}  // namespace smm::report
