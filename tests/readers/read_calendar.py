"""Reads a calendar with Python's icalendar, and prints its events as JSON: identity, title, instants, alarms.

Times with a zone are read twice: by the rules that stand in the calendar itself, and by Python's own table of zones.
"""

import json
import sys
from datetime import datetime, timedelta, timezone

from icalendar import Calendar


def utc(moment):
    return moment.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def instants(prop, zones):
    moment = prop.dt
    name = prop.params.get("TZID")
    if name is None:
        assert moment.utcoffset() == timedelta(0), moment
        return [utc(moment)]
    wall = moment.replace(tzinfo=None)
    return [utc(zones[name].localize(wall)), utc(moment)]


def event(component, zones):
    starts = instants(component["DTSTART"], zones)
    ends = instants(component["DTEND"], zones) if "DTEND" in component else []
    assert isinstance(component["DTSTAMP"].dt, datetime)
    alarms = []
    for alarm in component.walk("VALARM"):
        assert alarm["ACTION"] == "DISPLAY" and alarm["DESCRIPTION"] == component["SUMMARY"]
        alarms.append(int(alarm["TRIGGER"].dt.total_seconds()))
    return {
        "uid": str(component["UID"]),
        "title": str(component["SUMMARY"]),
        "text": str(component.get("DESCRIPTION", "")),
        "starts": starts,
        "ends": ends,
        "alarms": alarms,
        "zoned": "TZID" in component["DTSTART"].params,
    }


with open(sys.argv[1], "rb") as file:
    calendar = Calendar.from_ical(file.read())
assert not calendar.errors, calendar.errors
zones = {str(one["TZID"]): one.to_tz() for one in calendar.walk("VTIMEZONE")}
json.dump([event(one, zones) for one in calendar.walk("VEVENT")], sys.stdout)
