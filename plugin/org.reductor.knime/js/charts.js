/* SPDX-License-Identifier: Apache-2.0
 * Copyright 2026 The Reductor authors */
(function () {
    "use strict";

    const reductor = window.reductor;
    const add = reductor.add;
    const STEP = 0.8; // of what is in sight is left after zooming in once

    /* ---- Colours: told apart by people who see no red or green, and in print by shape, line and pattern ---- */

    function colours() {
        const style = getComputedStyle(document.documentElement);
        const named = name => style.getPropertyValue("--" + name).trim();
        return {page: named("page"), ink: named("ink"), quiet: named("quiet"), rule: named("rule"), grid: named("grid"),
            first: named("accent"), second: named("control"), third: named("third"), fourth: named("fourth")};
    }

    function axis(colour, name, more) {
        return Object.assign({
            type: "value", name: name, nameLocation: "middle", nameTextStyle: {color: colour.ink, fontSize: 12},
            axisLine: {show: true, lineStyle: {color: colour.rule}}, axisTick: {lineStyle: {color: colour.rule}},
            axisLabel: {color: colour.quiet, fontSize: 12, hideOverlap: true},
            splitLine: {lineStyle: {color: colour.grid}}, minorSplitLine: {show: false}
        }, more);
    }

    /** 1500 as 1.5 k and 2000000 as 2 M, for axes of counts. */
    function compact(value) {
        return value >= 1e6 ? +(value / 1e6).toPrecision(3) + " M" : value >= 1e3 ? +(value / 1e3).toPrecision(3) + " k"
            : String(+value.toPrecision(3));
    }

    /** Vertical bars of intervals [x, low, high], with caps: one line with gaps. */
    function intervals(name, colour, bars, more) {
        const data = [];
        for (const bar of bars) {
            data.push([bar[0], bar[1]], [bar[0], bar[2]], [bar[0], null]);
        }
        return Object.assign({
            name: name, type: "line", data: data, symbol: "rect", symbolSize: [7, 1.5], showAllSymbol: true,
            lineStyle: {color: colour, width: 1.2}, itemStyle: {color: colour}, silent: true, z: 1,
            emphasis: {disabled: true}, animation: false
        }, more);
    }

    /* ---- Saving ---- */

    function save(name, address) {
        const link = document.createElement("a");
        link.href = address;
        link.download = name;
        link.click();
    }

    function svgAddress(text) {
        return "data:image/svg+xml;charset=utf-8," + encodeURIComponent(text);
    }

    function savePng(name, svg, width, height, background) {
        const image = new Image();
        image.onload = function () {
            const canvas = document.createElement("canvas");
            canvas.width = 2 * width;
            canvas.height = 2 * height;
            const pen = canvas.getContext("2d");
            pen.fillStyle = background;
            pen.fillRect(0, 0, canvas.width, canvas.height);
            pen.drawImage(image, 0, 0, canvas.width, canvas.height);
            save(name, canvas.toDataURL("image/png"));
        };
        image.src = svgAddress(svg);
    }

    function tool(bar, text, label, act) {
        const button = add(bar, "button", text);
        button.type = "button";
        button.title = label;
        button.setAttribute("aria-label", label);
        button.addEventListener("click", act);
        return button;
    }

    /** A figure with a heading and a bar of buttons. */
    function frame(host, title, note) {
        const figure = add(host, "figure", null, "chart");
        const head = add(figure, "figcaption");
        add(head, "h2", title);
        const bar = add(head, "div", null, "tools");
        bar.setAttribute("role", "group");
        bar.setAttribute("aria-label", title);
        if (note) {
            add(figure, "p", note, "note");
        }
        return {figure: figure, bar: bar};
    }

    function saving(bar, title, svg, size) {
        const name = title.replace(/[^A-Za-z0-9]+/g, "-").replace(/^-|-$/g, "").toLowerCase();
        tool(bar, "SVG", "Save as SVG: " + title, () => save(name + ".svg", svgAddress(svg())));
        tool(bar, "PNG", "Save as PNG: " + title,
            () => savePng(name + ".png", svg(), size().width, size().height, colours().page));
    }

    /** A picture that is no chart, with the same frame: draw(parent, colours) appends an SVG element and returns it. */
    function picture(host, title, note, draw) {
        const parts = frame(host, title, note);
        const place = add(parts.figure, "div", null, "picture");
        place.tabIndex = 0; // where there is little room it can be scrolled
        const paint = function () {
            place.replaceChildren();
            draw(place, colours());
        };
        paint();
        window.addEventListener("reductor-theme", paint);
        const svg = () => place.querySelector("svg");
        saving(parts.bar, title, () => new XMLSerializer().serializeToString(svg()), () => svg().viewBox.baseVal);
    }

    /* ---- Charts ---- */

    /** The points that the keyboard can reach: series whose items are told, in the order of the data. */
    function reachable(chart) {
        const points = [];
        chart.getOption().series.forEach(function (series, s) {
            if (!series.silent) {
                series.data.forEach(function (item, i) {
                    const value = item && item.value !== undefined ? item.value : item;
                    if (Array.isArray(value) ? value[1] !== null && value[1] !== undefined : value !== null) {
                        points.push({seriesIndex: s, dataIndex: i});
                    }
                });
            }
        });
        return points;
    }

    function zoomable(chart) {
        return chart.getOption().dataZoom || [];
    }

    /** factor below 1 zooms in, above 1 out, 0 shows all. */
    function zoom(chart, factor) {
        zoomable(chart).forEach(function (part, i) {
            const half = (part.end - part.start) / 2 * factor;
            const middle = (part.end + part.start) / 2;
            chart.dispatchAction({type: "dataZoom", dataZoomIndex: i,
                start: factor === 0 ? 0 : Math.max(0, middle - half),
                end: factor === 0 ? 100 : Math.min(100, middle + half)});
        });
    }

    function keyboard(chart, plot, status, options) {
        let at = -1;
        const leave = function () {
            chart.dispatchAction({type: "hideTip"});
            chart.dispatchAction({type: "downplay"});
        };
        plot.addEventListener("keydown", function (event) {
            const points = reachable(chart);
            const step = {ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, Home: -1e9, End: 1e9}[event.key];
            if (step !== undefined && points.length > 0) {
                at = Math.min(points.length - 1, Math.max(0, at + step));
                leave();
                chart.dispatchAction(Object.assign({type: "highlight"}, points[at]));
                chart.dispatchAction(Object.assign({type: "showTip"}, points[at]));
                status.textContent = options.tell(points[at].seriesIndex, points[at].dataIndex).join(". ");
            } else if (event.key === "Enter" && at >= 0 && options.select) {
                options.select(points[at].seriesIndex, points[at].dataIndex);
            } else if (event.key === "+" || event.key === "-" || event.key === "0") {
                zoom(chart, {"+": STEP, "-": 1 / STEP, "0": 0}[event.key]);
            } else if (event.key === "Escape") {
                leave();
            } else {
                return;
            }
            event.preventDefault();
        });
        plot.addEventListener("blur", leave);
    }

    /**
     * A chart in a frame. options: title; note below it; height in pixels; about: what it shows, for those who do not
     * see it; make(colours): the option of ECharts; tell(series, item): lines of a tip; select(series, item): what a
     * click does, if anything; zoom: "x", "xy" or nothing
     */
    function chart(host, options) {
        const parts = frame(host, options.title, options.note);
        const plot = add(parts.figure, "div", null, "plot");
        plot.style.height = (options.height || 320) + "px";
        plot.tabIndex = 0;
        plot.setAttribute("role", "img");
        const status = add(parts.figure, "p", null, "unseen");
        status.setAttribute("role", "status");
        const drawn = window.echarts.init(plot, null, {renderer: "svg"});
        const paint = function () {
            const colour = colours();
            const zooms = {x: ["xAxisIndex"], xy: ["xAxisIndex", "yAxisIndex"]}[options.zoom] || [];
            drawn.setOption(Object.assign({
                animation: false, textStyle: {fontFamily: "Roboto, 'Segoe UI', Helvetica, Arial, sans-serif"},
                backgroundColor: colour.page, aria: {enabled: true, label: {description: options.about},
                    decal: {show: options.patterns === true}},
                tooltip: {trigger: "item", confine: true, backgroundColor: colour.page, borderColor: colour.rule,
                    textStyle: {color: colour.ink, fontSize: 12},
                    formatter: item => told(options.tell(item.seriesIndex, item.dataIndex))},
                dataZoom: zooms.map(place => ({type: "inside", [place]: "all", filterMode: "none",
                    zoomOnMouseWheel: "ctrl", moveOnMouseWheel: false, zoomLock: false}))
            }, options.make(colour, plot.clientWidth)), true);
            plot.setAttribute("role", "img");
        };
        if (options.zoom) {
            tool(parts.bar, "+", "Zoom in: " + options.title, () => zoom(drawn, STEP));
            tool(parts.bar, "\u2212", "Zoom out: " + options.title, () => zoom(drawn, 1 / STEP));
            tool(parts.bar, "All", "Show all: " + options.title, () => zoom(drawn, 0));
        }
        saving(parts.bar, options.title, () => drawn.renderToSVGString ? drawn.renderToSVGString()
            : decodeURIComponent(drawn.getSvgDataURL().replace(/^[^,]*,/, "")),
            () => ({width: plot.clientWidth, height: plot.clientHeight}));
        paint();
        if (options.select) {
            drawn.on("click", item => options.select(item.seriesIndex, item.dataIndex));
        }
        keyboard(drawn, plot, status, options);
        window.addEventListener("reductor-theme", paint);
        let width = plot.clientWidth;
        new ResizeObserver(function () {
            if (plot.clientWidth !== width) {
                width = plot.clientWidth;
                drawn.resize();
                paint();
            }
        }).observe(plot);
        return {repaint: paint};
    }

    /** Lines of a tip as an element, so that a name in the data is never taken for HTML. */
    function told(lines) {
        const box = document.createElement("div");
        lines.forEach(line => add(box, "div", line));
        return box;
    }

    Object.assign(reductor, {chart: chart, picture: picture, axis: axis, compact: compact, intervals: intervals});
}());
