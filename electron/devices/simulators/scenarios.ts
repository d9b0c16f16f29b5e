import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { mappingOf } from '../mapping/load.ts';
import {
  type ApheresisScenario,
  type MappedScenario,
  type Scenario,
  scenarioSchema,
} from './scenario-schema.ts';

const FOLDER = new URL('../../../resources/simulators/', import.meta.url);

let loaded: readonly Scenario[] | undefined;

/** All scenarios that come with the program, by id; read once. */
export function loadScenarios(): readonly Scenario[] {
  loaded ??= readdirSync(FOLDER)
    .filter((file) => file.endsWith('.json'))
    .toSorted()
    .map((file) => readScenario(file, readFileSync(new URL(file, FOLDER), 'utf8')));
  return loaded;
}

/**
 * Reads a scenario from the text of its file; throws a plain sentence that names the place of what does not fit, also
 * where a mapping file or one of its examples does not exist.
 */
export function readScenario(name: string, text: string): Scenario {
  const read = scenarioSchema.safeParse(parsed(name, text));
  if (!read.success) throw new Error(`${name} is not a scenario:\n${z.prettifyError(read.error)}`);
  const scenario = read.data;
  if (scenario.device === 'mapped') checkMapped(name, scenario);
  return scenario;
}

function parsed(name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(`${name} is not a scenario: no JSON`);
  }
}

function checkMapped(name: string, { mapping, steps }: MappedScenario): void {
  const examples = mappingOf(mapping)?.mapping.examples.length;
  if (examples === undefined)
    throw new Error(`${name} is not a scenario: no mapping file ${mapping}`);
  const missing = steps.find((step) => step.do === 'say' && step.example >= examples);
  if (missing) throw new Error(`${name} is not a scenario: ${mapping} has ${examples} examples`);
}

/** The scenario of an id, or of a file elsewhere; throws a plain sentence otherwise. */
export function scenarioOf(idOrFile: string): Scenario {
  const known = loadScenarios().find(({ id }) => id === idOrFile);
  return known ?? readScenario(idOrFile, readFileSync(idOrFile, 'utf8'));
}

/** A scenario of an apheresis machine; throws where it is another device's. */
export function apheresisScenario(idOrFile: string): ApheresisScenario {
  const scenario = scenarioOf(idOrFile);
  if (scenario.device !== 'apheresis')
    throw new Error(`${idOrFile} is no scenario of an apheresis machine`);
  return scenario;
}

/** A scenario of a device that a mapping file describes; throws where it is another device's. */
export function mappedScenario(idOrFile: string): MappedScenario {
  const scenario = scenarioOf(idOrFile);
  if (scenario.device !== 'mapped') throw new Error(`${idOrFile} names no mapping file`);
  return scenario;
}
