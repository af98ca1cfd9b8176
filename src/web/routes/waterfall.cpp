// SPDX-License-Identifier: Apache-2.0
#include "web/routes/waterfall.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace smm::web {
namespace {

using render::View;

constexpr double labels_end = 170, picture_width = 640, row_height = 26, bar_height = 16;

struct Span {
  double from = 0;
  double to = 0;
};

std::vector<Span> spans_of(const std::vector<WaterfallStep>& steps) {
  std::vector<Span> spans;
  double at = 0;
  for (const WaterfallStep& step : steps) {
    spans.push_back(step.total ? Span{0, step.weight} : Span{at, at + step.weight});
    at = spans.back().to;
  }
  return spans;
}

// From weights to places on the picture.
class WeightScale {
 public:
  explicit WeightScale(const std::vector<Span>& spans) {
    for (const Span& span : spans) {
      low_ = std::min({low_, span.from, span.to});
      high_ = std::max({high_, span.from, span.to});
    }
    if (high_ - low_ < 1) high_ = low_ + 1;
  }
  double x(double weight) const {
    return labels_end + (picture_width - labels_end - 10) * (weight - low_) / (high_ - low_);
  }

 private:
  double low_ = 0;
  double high_ = 0;
};

std::string place_text(double place) {
  return fmt::format("{:.1f}", place);
}

View bar_of_step(const WaterfallStep& step, const Span& span, const WeightScale& scale, double y) {
  const double left = scale.x(std::min(span.from, span.to)), right = scale.x(std::max(span.from, span.to));
  View view;
  view.set("label", step.label).set("y", place_text(y)).set("text_y", place_text(y + 13));
  view.set("x", place_text(left)).set("width", place_text(std::max(1.0, right - left)));
  view.set("for", !step.total && step.weight >= 0).set("against", !step.total && step.weight < 0);
  view.set("total", step.total);
  return view;
}

View join_of(double x, double y) {
  View view;
  view.set("x", place_text(x)).set("y1", place_text(y)).set("y2", place_text(y + row_height));
  return view;
}

}  // namespace

View waterfall_view(const std::vector<WaterfallStep>& steps, const std::string& title,
                    const std::string& description) {
  const std::vector<Span> spans = spans_of(steps);
  const WeightScale scale(spans);
  View::List bars, joins;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const double y = 5 + row_height * static_cast<double>(i);
    bars.push_back(bar_of_step(steps[i], spans[i], scale, y));
    if (i + 1 < steps.size()) joins.push_back(join_of(scale.x(spans[i].to), y + bar_height));
  }
  View view;
  view.set("title", title).set("description", description).set("zero", place_text(scale.x(0)));
  view.set("width", place_text(picture_width));
  view.set("height", place_text(10 + row_height * static_cast<double>(steps.size())));
  view.set("bars", std::move(bars)).set("links", std::move(joins));
  return view;
}

}  // namespace smm::web
