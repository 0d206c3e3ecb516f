"use strict";
// Draws the charts whose data stand beside them, when they are first seen and again in another theme or width.
(() => {
  if (typeof uPlot === "undefined") return;
  const places = [...document.querySelectorAll(".plot")];
  const drawn = new Map();
  const style = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

  function colour(tone, index) {
    return style(`--tone-${tone}`) || style(`--tone-${index % 8}`);
  }

  function draw(place) {
    const width = Math.floor(place.parentElement.clientWidth - 34);
    if (width < 120) return;
    drawn.get(place)?.destroy();
    const chart = JSON.parse(document.getElementById(place.dataset.chart).textContent);
    const series = chart.diagonal ? [...chart.series, { name: "perfect", tone: "6", x: [0, 1], y: [0, 1], ideal: true }] : chart.series;
    const [font, ink, line] = [`12px ${getComputedStyle(document.body).fontFamily}`, style("--muted"), style("--line")];
    const axis = label => ({
      label, labelFont: font, font, stroke: ink, labelSize: 22, size: label === chart.x ? 34 : 52,
      grid: { stroke: line, width: 1 }, ticks: { stroke: line, width: 1, size: 4 },
    });
    const isSmall = width < 500;
    const options = {
      width,
      height: Math.round(Math.min(380, Math.max(240, width * 0.5))),
      padding: [10, 12, 0, 0],
      scales: { x: { time: false, ...(chart.unit ? { range: () => [0, 1] } : {}) }, y: chart.unit ? { range: () => [0, 1] } : {} },
      axes: [axis(chart.x), axis(chart.y)],
      cursor: { points: { size: 7 }, drag: { x: !isSmall, y: false } },
      legend: { markers: { fill: (plot, index) => plot.series[index].stroke(plot, index) } },
      series: [
        { label: chart.x, value: (_, value) => value === null || value === undefined ? "–" : String(Math.round(value * 1000) / 1000) },
        ...series.map((entry, index) => ({
          label: entry.name,
          stroke: colour(entry.tone, index),
          width: entry.ideal ? 1 : 2,
          dash: entry.ideal ? [4, 4] : undefined,
          spanGaps: true,
          points: { show: entry.ideal ? false : chart.diagonal || entry.dots, size: 6, fill: colour(entry.tone, index) },
          value: (_, value) => value === null || value === undefined ? "–" : value.toFixed(3),
        })),
      ],
    };
    drawn.set(place, new uPlot(options, uPlot.join(series.map(entry => [entry.x, entry.y])), place));
  }

  const seen = new IntersectionObserver(entries => {
    for (const entry of entries) if (entry.isIntersecting && !drawn.has(entry.target)) draw(entry.target);
  }, { rootMargin: "400px" });
  for (const place of places) {
    place.append(document.createElement("span"));
    place.firstChild.remove();
    place.style.display = "block";
    place.style.minHeight = "1px";
    seen.observe(place);
  }

  let timer = 0;
  const redraw = () => {
    clearTimeout(timer);
    timer = setTimeout(() => { for (const place of drawn.keys()) if (place.offsetParent) draw(place); }, 60);
  };
  addEventListener("resize", redraw);
  document.addEventListener("lat:redraw", redraw);
})();
