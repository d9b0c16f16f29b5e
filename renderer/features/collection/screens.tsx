import type { ScreenEntry } from '#renderer/app/routes.tsx';
import { Board } from './board.tsx';
import { Boxes } from './boxes.tsx';
import { Chair } from './chair.tsx';
import { End } from './end.tsx';
import { FollowUps } from './follow-ups.tsx';
import { ReactionCounts } from './reaction-counts.tsx';
import { Reactions } from './reactions.tsx';
import { Rest } from './rest.tsx';
import { Run, Runs } from './run.tsx';
import { Wall } from './wall.tsx';

/** Chairs, runs, reactions, rest, boxes and the wall. Fixed paths stand before those with a parameter. */
export const collectionScreens: readonly ScreenEntry[] = [
  {
    path: '/chairs',
    title: 'collection:board.title',
    desks: ['nurse'],
    rail: { order: 3, icon: 'chair', label: 'collection:rail.beds' },
    screen: Board,
    density: 'bedside',
  },
  {
    path: '/chairs/$chairId',
    title: 'collection:board.prepare',
    desks: ['nurse'],
    screen: Chair,
    density: 'bedside',
  },
  {
    path: '/chairs/$chairId/$visitId',
    title: 'collection:board.prepare',
    desks: ['nurse'],
    screen: Chair,
    density: 'bedside',
  },
  {
    path: '/runs',
    title: 'collection:rail.run',
    desks: ['nurse'],
    rail: { order: 4, icon: 'drop', label: 'collection:rail.run' },
    screen: Runs,
    density: 'bedside',
  },
  {
    path: '/runs/$din',
    title: 'collection:rail.run',
    desks: ['nurse'],
    screen: Run,
    density: 'bedside',
  },
  {
    path: '/runs/$din/end',
    title: 'collection:end.match',
    desks: ['nurse'],
    screen: End,
    density: 'bedside',
  },
  {
    path: '/reactions',
    title: 'collection:reactionPanel.open',
    desks: ['nurse'],
    rail: { order: 5, icon: 'reaction', label: 'collection:rail.reactions' },
    screen: Reactions,
    density: 'bedside',
  },
  {
    path: '/reactions/calls',
    title: 'collection:react.followUps.title',
    desks: ['nurse'],
    screen: FollowUps,
    density: 'bedside',
  },
  {
    path: '/reactions/counts',
    title: 'collection:react.counts.title',
    desks: ['nurse'],
    screen: ReactionCounts,
    density: 'bedside',
  },
  {
    path: '/rest',
    title: 'collection:rest.title',
    desks: ['nurse'],
    rail: { order: 6, icon: 'bed', label: 'collection:rail.rest' },
    screen: Rest,
    density: 'bedside',
  },
  {
    path: '/boxes',
    title: 'collection:boxes.title',
    desks: ['nurse'],
    rail: { order: 7, icon: 'package', label: 'collection:rail.boxes' },
    screen: Boxes,
    density: 'bedside',
  },
  {
    path: '/wall',
    title: 'collection:board.title',
    desks: ['wall'],
    screen: Wall,
    bare: true,
    isBoard: true,
  },
];
